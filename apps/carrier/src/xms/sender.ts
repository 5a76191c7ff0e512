import { septetsOf } from '../text/gsm-alphabet.ts';

/** A sender as the carrier keeps it: bare digits of a number or short code, or up to 11 septets of text; else null. */
export function toSender(raw: string): string | null {
  const digits = raw.replace(/[\s\-()]/g, '').replace(/^(\+|00)/, '');
  if (/^\d{3,18}$/.test(digits)) return digits;
  if (raw.trim() === '' || /^[+\d\s\-()]+$/.test(raw)) return null;
  let septets = 0;
  for (let position = 0; position < raw.length; position += 1) {
    const cost = septetsOf(raw.charCodeAt(position));
    if (cost === 0) return null;
    septets += cost;
  }
  return septets <= 11 ? raw : null;
}
