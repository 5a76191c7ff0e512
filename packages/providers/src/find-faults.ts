import { isE164 } from './phone-forms.ts';
import type { OutboundMessage } from './provider.ts';
import type { SendOutcome } from './send-outcome.ts';

/** What an operator would refuse a message for, so that it need not be asked. */
export interface MessageFault {
  readonly code: string;
  readonly error: string;
  readonly has: (message: OutboundMessage) => boolean;
}

const EVERYWHERE: readonly MessageFault[] = [
  {
    code: 'invalid_recipient',
    error: 'the recipient is not a phone number in international form',
    has: ({ recipient }) => !isE164(recipient),
  },
  { code: 'empty_text', error: 'the text is empty', has: ({ text }) => text === '' },
];

/** What a batch would be refused for, found before anything leaves; null when all messages are fit. */
export function findFaults(
  messages: readonly OutboundMessage[],
  own: readonly MessageFault[],
): SendOutcome | null {
  for (const { code, error, has } of [...EVERYWHERE, ...own]) {
    const messageIds = messages.filter(has).map(({ id }) => id);
    if (messageIds.length > 0) return { kind: 'refused', code, error, messageIds };
  }
  return null;
}
