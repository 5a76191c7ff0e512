import { classOf, EXTENSION, UNICODE } from './character-class.ts';

/** Whether a sender can be used: `text` cannot receive replies; `short_code` is 3..8 digits without `+`, `number` any other. */
export type SenderCheck =
  | { readonly ok: true; readonly kind: 'text' | 'number' | 'short_code' }
  | { readonly ok: false; readonly reason: SenderFault };

/** Why a sender is refused. */
export type SenderFault = 'empty' | 'too_long' | 'too_short' | 'no_letter' | 'bad_character';

/** A text sender sits in an address field of 10 octets, 11 septets (TS 23.040 §9.1.2.5); an extension character takes two. */
const MAX_TEXT_SEPTETS = 11;
const MIN_DIGITS = 3;
const MAX_DIGITS = 15;
const MAX_SHORT_CODE_DIGITS = 8;

/** Checks a sender: 1..11 GSM septets with a letter, or 3..15 digits with or without a leading `+`. */
export function checkSender(sender: string): SenderCheck {
  const text = sender.normalize('NFC');
  if (text.trim() === '') return { ok: false, reason: 'empty' };
  return /^\+?[0-9]+$/.test(text) ? checkNumber(text) : checkText(text);
}

function checkNumber(text: string): SenderCheck {
  const digits = text.replace('+', '').length;
  if (digits < MIN_DIGITS) return { ok: false, reason: 'too_short' };
  if (digits > MAX_DIGITS) return { ok: false, reason: 'too_long' };
  const isShortCode = digits <= MAX_SHORT_CODE_DIGITS && !text.startsWith('+');
  return { ok: true, kind: isShortCode ? 'short_code' : 'number' };
}

function checkText(text: string): SenderCheck {
  let septets = 0;
  for (let index = 0; index < text.length; index += 1) {
    const bits = classOf(text.charCodeAt(index));
    if (bits >= UNICODE) return { ok: false, reason: 'bad_character' };
    septets += 1 + (bits & EXTENSION);
  }
  // GSM has line breaks and a page break; a phone's list of conversations has one line.
  if (/[\n\r\f]/.test(text)) return { ok: false, reason: 'bad_character' };
  if (!/\p{L}/u.test(text)) return { ok: false, reason: 'no_letter' };
  if (septets > MAX_TEXT_SEPTETS) return { ok: false, reason: 'too_long' };
  return { ok: true, kind: 'text' };
}
