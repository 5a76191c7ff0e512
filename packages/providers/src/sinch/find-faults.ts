import { isE164 } from '../phone-forms.ts';
import type { OutboundMessage } from '../provider.ts';
import type { SendOutcome } from '../send-outcome.ts';

/** Longest text Sinch takes, in UTF-16 units. */
const TEXT_LIMIT = 2000;

const FAULTS = [
  {
    code: 'invalid_recipient',
    error: 'the recipient is not a phone number in international form',
    has: ({ recipient }: OutboundMessage) => !isE164(recipient),
  },
  {
    code: 'empty_text',
    error: 'the text is empty',
    has: ({ text }: OutboundMessage) => text === '',
  },
  {
    code: 'text_too_long',
    error: `the text is longer than ${TEXT_LIMIT} characters`,
    has: ({ text }: OutboundMessage) => text.length > TEXT_LIMIT,
  },
] as const;

/** What Sinch would refuse a whole batch for, found before anything leaves; null when all messages are fit. */
export function findFaults(messages: readonly OutboundMessage[]): SendOutcome | null {
  for (const { code, error, has } of FAULTS) {
    const messageIds = messages.filter(has).map(({ id }) => id);
    if (messageIds.length > 0) return { kind: 'refused', code, error, messageIds };
  }
  return null;
}
