import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import { parsePhone } from './parse-phone.ts';
import type { PhoneFault, PhoneResult } from './phone-result.ts';

export type { PhoneFault, PhoneResult, PhoneType } from './phone-result.ts';
export { isUsNumber } from './us-number.ts';

/** Where bare national numbers are taken to be from. */
export interface PhoneOptions {
  /** ISO 3166-1 alpha-2; without it only `+` and `00` are accepted. */
  readonly defaultCountry?: string;
}

const SEPARATORS = /[\s\p{Cf}.\-‐‑‒–—―−()[\]/]/gu;
const EXTENSION = /(?:;?ext(?:ension|n)?|[x#])[.:=]?\d{1,9}#?$/i;
const MAX_SHORT_CODE_DIGITS = 6;

/** Reads a phone number as people write it; the length rules of its country are the gate, its numbering plan is not. */
export function normalisePhone(raw: string, options: PhoneOptions = {}): PhoneResult {
  const defaultCountry = readCountry(options.defaultCountry);
  const text = clean(raw);
  if (text === '') return refuse('empty');
  if (EXTENSION.test(text)) return refuse('extension');
  if (!/^\+?\d+$/.test(text)) return refuse('not_a_number');
  // Before parsing: with a default country the library would read 00 as part of a national number.
  const number = text.startsWith('00') ? `+${text.slice(2)}` : text;
  if (!number.startsWith('+')) {
    if (number.length <= MAX_SHORT_CODE_DIGITS) return refuse('short_code');
    if (defaultCountry === undefined) return refuse('no_country');
  }
  return parsePhone(number, defaultCountry);
}

/** Whether a country code can be a default country here. */
export function isPhoneCountry(country: string): boolean {
  return isSupportedCountry(country.toUpperCase());
}

function clean(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(SEPARATORS, '')
    .replace(/[٠-٩۰-۹]/g, toAsciiDigit);
}

/** Arabic-Indic and extended Arabic-Indic digits, whose last four bits are their value. */
function toAsciiDigit(digit: string): string {
  return String(digit.charCodeAt(0) & 0xf);
}

function readCountry(country: string | undefined): CountryCode | undefined {
  if (country === undefined) return undefined;
  const code = country.toUpperCase();
  if (!isSupportedCountry(code))
    throw new RangeError(`The default country ${JSON.stringify(country)} is not a country code.`);
  return code;
}

function refuse(reason: PhoneFault): PhoneResult {
  return { ok: false, reason };
}
