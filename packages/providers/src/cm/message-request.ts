import { toMsisdn } from '../phone-forms.ts';
import type { OutboundMessage } from '../provider.ts';
import { mostPartsOf } from './most-parts.ts';
import { toReference } from './reference.ts';
import { validityOf } from './validity.ts';

/** One `msg`, as far as Curlew uses it (CM Business Messaging API, "Send an SMS"). */
export interface CmMessage {
  readonly from: string;
  /** One number: the answer names messages by reference and number, and a reference is of one message. */
  readonly to: readonly [{ readonly number: string }];
  /** `AUTO`: GSM-7 where every character fits, else Unicode, which is how we count; nothing is transliterated. */
  readonly body: { readonly type: 'AUTO'; readonly content: string };
  readonly minimumNumberOfMessageParts: 1;
  readonly maximumNumberOfMessageParts: number;
  readonly reference: string;
  /** Without it CM may use any other channel of the account. */
  readonly allowedChannels: readonly ['SMS'];
  readonly validity?: string;
  readonly customGrouping?: string;
}

interface RequestContext {
  readonly customGrouping: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Writes checked messages as CM wants them. */
export function writeMessageRequest(
  messages: readonly OutboundMessage[],
  { customGrouping, now }: RequestContext,
): { readonly messages: { readonly msg: readonly CmMessage[] } } {
  const msg = messages.map((message): CmMessage => ({
    from: message.sender.replace(/^\+/, ''),
    to: [{ number: `00${toMsisdn(message.recipient)}` }],
    body: { type: 'AUTO', content: message.text },
    minimumNumberOfMessageParts: 1,
    maximumNumberOfMessageParts: mostPartsOf(message),
    reference: toReference(message.id),
    allowedChannels: ['SMS'],
    ...validityOf(message, now),
    ...(customGrouping === undefined ? {} : { customGrouping }),
  }));
  return { messages: { msg } };
}
