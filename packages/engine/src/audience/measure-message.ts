import { countSms, type Encoding } from '@curlew/sms';
import type { CustomerFacts, MessageFacts } from '../facts.ts';
import { decideMessage } from '../gate.ts';
import type { Refusal } from '../message-decision.ts';
import type { PreparedMessage } from '../prepared-message.ts';
import { renderMessage } from '../render-message.ts';

/** How long a message is. */
export interface MessageLength {
  readonly encoding: Encoding;
  /** Septets, or UTF-16 units in Unicode. */
  readonly units: number;
  readonly parts: number;
}

/** What the gate says of a message, and how long it is. */
export interface MeasuredMessage {
  /** Null for a message that leaves. */
  readonly refusal: Pick<Refusal, 'status' | 'type'> | null;
  /** Of the version that the customer's language picks. */
  readonly language: string;
  /** Also of a message that is too long or has no valid sender; null where there is none to count. */
  readonly length: MessageLength | null;
}

const lengthOf = (text: string): MessageLength => {
  const { encoding, units, parts } = countSms(text);
  return { encoding, units, parts: parts.length };
};

// These are refused for what they would have been.
const refusedAsTheyAre: ReadonlySet<Refusal['type']> = new Set([
  'message_too_long',
  'link_shortener',
  'invalid_sender',
]);

/** Decides on a message as sending does, and measures it. */
export const measureMessage = (
  prepared: PreparedMessage,
  customer: CustomerFacts,
  facts: MessageFacts,
): MeasuredMessage => {
  const decision = decideMessage(prepared, customer, facts);
  const { language } = prepared.versionFor(customer.attributes['language']);
  if (decision.status === 'enqueued') return { refusal: null, language, length: lengthOf(decision.text) };
  const { status, type } = decision;
  const body = refusedAsTheyAre.has(type) ? renderMessage(prepared, customer, facts).body : null;
  return { refusal: { status, type }, language, length: body?.ok ? lengthOf(body.text) : null };
};
