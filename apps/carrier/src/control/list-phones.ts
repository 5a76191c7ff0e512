import type { Ledger } from '../ledger/ledger.ts';
import { viewMessage } from './message-view.ts';
import type { MessageView } from './message-view.ts';

export interface PhoneView {
  readonly number: string;
  readonly count: number;
  readonly last: MessageView;
}

export interface PhonePage {
  readonly phones: readonly PhoneView[];
  /** Where the next page begins; null on the last one. */
  readonly nextCursor: number | null;
}

/**
 * Phones, the one that received last first. The log of arrivals is walked backwards and a phone is listed at its last message,
 * so the first page costs the same with ten messages or a million. The cursor is a place in that log.
 */
export function listPhones(
  ledger: Ledger,
  want: { readonly search: string; readonly cursor: number | undefined; readonly limit: number },
): PhonePage {
  const { received } = ledger;
  const words = want.search.trim().toLowerCase();
  const digits = words.replace(/^(\+|00)|[\s\-()]/g, '');
  const phones: PhoneView[] = [];
  let position = Math.min(want.cursor ?? received.length, received.length) - 1;
  for (; position >= 0; position -= 1) {
    const last = received[position];
    if (last === undefined) continue;
    const phone = ledger.findPhone(last.recipient);
    if (phone?.messages.at(-1) !== last) continue;
    const isHit =
      words === '' ||
      (/^\d+$/.test(digits) && phone.number.includes(digits)) ||
      last.text.toLowerCase().includes(words) ||
      last.batch.sender.toLowerCase().includes(words);
    if (!isHit) continue;
    if (phones.length === want.limit) return { phones, nextCursor: position + 1 };
    phones.push({ number: phone.number, count: phone.messages.length, last: viewMessage(last) });
  }
  return { phones, nextCursor: null };
}
