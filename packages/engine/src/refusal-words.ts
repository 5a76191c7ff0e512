import type { RefusalType } from './message-decision.ts';

/** What is counted as not sent: refused by the gate, or cancelled while it waited to be sent. */
type NotSent = RefusalType | 'cancelled';

const words: { readonly [T in NotSent]: string } = {
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
  cancelled: 'Cancelled before it was sent',
};

const isNotSent = (type: string): type is NotSent => Object.hasOwn(words, type);

/** A short label of a refusal, for lists; an unknown type is shown as it is. */
export const describeRefusalType = (type: string): string => (isNotSent(type) ? words[type] : type);
