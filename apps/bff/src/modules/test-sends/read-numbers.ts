import { normalisePhone, isUsNumber, type PhoneFault } from '@curlew/sms/phone';
import type { TestPhone } from '@curlew/engine';

/** What a typed number is. */
export type TypedNumber =
  | { readonly ok: true; readonly e164: string; readonly isUs: boolean }
  | { readonly ok: false; readonly message: string };

const words: { readonly [F in PhoneFault]: string } = {
  empty: 'Type a number',
  not_a_number: 'This is not a phone number: type digits, with + and the country code in front',
  extension: 'A number with an extension gets no SMS: leave the extension out',
  short_code: 'This is a short code: type a whole number, with + and the country code in front',
  no_country: 'Which country is this in? Type + and the country code in front',
  unknown_calling_code: 'No country has this code: look at the digits after the +',
  too_short: 'Digits are missing',
  too_long: 'There are too many digits',
  impossible_length: 'No number of this country has so many digits',
};

const readNumber = (raw: string, defaultCountry: string | null): TypedNumber => {
  const result = normalisePhone(raw, defaultCountry === null ? {} : { defaultCountry });
  if (!result.ok) return { ok: false, message: words[result.reason] };
  return { ok: true, e164: result.e164, isUs: result.callingCode === '1' && isUsNumber(result.e164) };
};

/** Typed numbers by the project's default country; one that was typed before is none. */
export const readNumbers = (numbers: readonly string[], defaultCountry: string | null): TypedNumber[] => {
  const seen = new Set<string>();
  return numbers.map((raw) => {
    const number = readNumber(raw, defaultCountry);
    if (number.ok && seen.has(number.e164))
      return { ok: false, message: 'This number is there already: take one of the two out' };
    if (number.ok) seen.add(number.e164);
    return number;
  });
};

/** A typed number as the gate sees it; `unusable`: the numbers that are marked as unreachable. */
export const testPhoneOf = (
  raw: string,
  { e164, isUs }: Extract<TypedNumber, { ok: true }>,
  unusable: ReadonlySet<string>,
): TestPhone => ({ phone: { raw, e164, isUs }, isUnusable: unusable.has(e164) });
