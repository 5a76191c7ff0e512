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
/** Superscripts, circled numbers, fractions: NFKC would make digits of them that nobody dials. */
const OTHER_NUMERAL = /\p{No}/u;
const MAX_SHORT_CODE_DIGITS = 6;

/** Reads a phone number as people write it; the length rules of its country are the gate, its numbering plan is not. */
export function normalisePhone(raw: string, options: PhoneOptions = {}): PhoneResult {
  const defaultCountry = readCountry(options.defaultCountry);
  const text = clean(raw);
  if (text === '') return refuse('empty');
  if (OTHER_NUMERAL.test(raw)) return refuse('not_a_number');
  if (EXTENSION.test(text)) return refuse('extension');
  if (!/^\+?\d+$/.test(text)) return refuse('not_a_number');
  if (text.startsWith('00')) return readDoubleZero(text, defaultCountry);
  if (!text.startsWith('+')) {
    if (text.length <= MAX_SHORT_CODE_DIGITS) return refuse('short_code');
    if (defaultCountry === undefined) return refuse('no_country');
  }
  return parsePhone(text, defaultCountry);
}

/**
 * 00 is read as `+` before parsing: where calls abroad do not begin with 00 the library would take it for part of a national number.
 * But Australia dials 0011 and Korea 001: as dialled there a number may fit a plan too, and wins when it alone does. When both fit,
 * and differ, nobody can tell which phone is meant.
 */
function readDoubleZero(text: string, defaultCountry: CountryCode | undefined): PhoneResult {
  const written = parsePhone(`+${text.slice(2)}`, defaultCountry);
  if (defaultCountry === undefined) return written;
  const dialled = parsePhone(text, defaultCountry);
  if (!dialled.ok || !dialled.isValid) return written;
  if (!written.ok || !written.isValid) return dialled;
  return written.e164 === dialled.e164 ? written : refuse('not_a_number');
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
