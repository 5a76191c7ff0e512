import type { RefusalType } from './message-decision.ts';

const words: { readonly [T in RefusalType]: string } = {
  no_phone: 'No phone number',
  invalid_phone: 'Not a phone number',
  us_not_enabled: 'US number, not switched on',
  invalid_contact: 'Number unreachable',
  consent: 'No consent',
  template_error: 'Template error',
  empty_message: 'Empty message',
  message_too_long: 'Message too long',
  link_shortener: 'Link cannot be shortened',
  invalid_sender: 'Sender not allowed',
  frequency_policy: 'Too many messages',
  expired: 'Message expired',
};

const isRefusalType = (type: string): type is RefusalType => Object.hasOwn(words, type);

/** A short label of a refusal, for lists; an unknown type is shown as it is. */
export const describeRefusalType = (type: string): string => (isRefusalType(type) ? words[type] : type);
