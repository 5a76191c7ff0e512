import { cleanOperatorText } from './operator-text.ts';
import { readMsisdn } from './phone-forms.ts';

/** A text that a phone sent to us. */
export interface IncomingMessage {
  /** The operator's own id of it, the same whenever it is told again; null where the operator has none. */
  readonly id: string | null;
  /** E.164 with `+`. */
  readonly from: string;
  /** The number or short code it was sent to; a number in E.164 with `+`. */
  readonly to: string;
  readonly text: string;
  /** When it was sent or received, ISO 8601 in UTC; null when the operator does not say. */
  readonly at: string | null;
  /**
   * What the operator echoes of the message it answers: the id of ours, or our reference of its request. Whatever else it says there
   * is kept as well, as it tells texts apart; null: nothing.
   */
  readonly reference: string | null;
}

/** What an operator said of a text, in its own forms. */
interface Said extends Omit<IncomingMessage, 'from' | 'to' | 'text'> {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

// 255 parts of 153 septets (3GPP TS 23.040, 9.2.3.24.1): no phone can send more.
const LONGEST = 39_015;
// National, and never with a country code before it.
const SHORT_CODE = /^\d{1,8}$/;

/** None where the sender is no phone number: nobody can be found by it, and nobody can be answered. */
export function readIncoming(said: Said): readonly IncomingMessage[] {
  const from = readMsisdn(said.from);
  if (from === null) return [];
  const text = said.text.replaceAll('\0', '').slice(0, LONGEST).toWellFormed();
  return [{ ...said, from, to: readOwnNumber(said.to), text }];
}

function readOwnNumber(number: string): string {
  return SHORT_CODE.test(number) ? number : (readMsisdn(number) ?? cleanOperatorText(number, []));
}
