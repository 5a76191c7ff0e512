import {
  isSupportedCountry,
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
  type PhoneNumber,
  type PhoneNumberType,
  type ValidatePhoneNumberLengthResult,
} from 'libphonenumber-js/max';

/** A phone number fit for sending, or why it is not one. */
export type PhoneResult =
  | {
      readonly ok: true;
      /** `+` and at most 15 digits (ITU-T E.164). */
      readonly e164: string;
      /** ISO 3166-1 alpha-2; the main country of the calling code where the plan does not tell, `null` for +800, +881 and their like. */
      readonly country: string | null;
      readonly callingCode: string;
      /** Matches the numbering plan as this version knows it. A warning only: plans change and fictional numbers never match. */
      readonly isValid: boolean;
      readonly type: PhoneType;
    }
  | { readonly ok: false; readonly reason: PhoneFault };

/** Whether an SMS can be expected to arrive: some plans, as that of +1, do not tell mobile from fixed. */
export type PhoneType = 'mobile' | 'fixed_line' | 'fixed_line_or_mobile' | 'other' | 'unknown';

/** Why a text is not a phone number that can be sent to. */
export type PhoneFault =
  | 'empty'
  | 'not_a_number'
  | 'extension'
  | 'short_code'
  | 'no_country'
  | 'unknown_calling_code'
  | 'too_short'
  | 'too_long'
  | 'impossible_length';

/** Where bare national numbers are taken to be from. */
export interface PhoneOptions {
  /** ISO 3166-1 alpha-2; without it only `+` and `00` are accepted. */
  readonly defaultCountry?: string;
}

const SEPARATORS = /[\s\p{Cf}.\-‐‑‒–—―−()[\]/]/gu;
const EXTENSION = /(?:;?ext(?:ension|n)?|[x#])[.:=]?\d{1,9}#?$/i;
const MAX_SHORT_CODE_DIGITS = 6;
/** A plus sign and 15 digits. */
const MAX_E164_LENGTH = 16;

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
  return parse(number, defaultCountry);
}

/** Whether a country code can be a default country here. */
export function isPhoneCountry(country: string): boolean {
  return isSupportedCountry(country);
}

/** Whether an E.164 number belongs to the United States or one of its territories; a +1 number that fits no plan counts as one. */
export function isUsNumber(e164: string): boolean {
  const parsed = parsePhoneNumberFromString(e164, { extract: false });
  const country = parsed === undefined ? null : findCountry(parsed);
  return country !== null && US_AND_TERRITORIES.has(country);
}

const US_AND_TERRITORIES: ReadonlySet<string> = new Set(['US', 'PR', 'VI', 'GU', 'AS', 'MP', 'UM']);

/** Numbers reserved for fiction fit no plan; the library then lists the countries of the calling code, the main one first. */
function findCountry(parsed: PhoneNumber): string | null {
  return parsed.country ?? parsed.getPossibleCountries()[0] ?? null;
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

interface ParseSettings {
  readonly extract: boolean;
  readonly defaultCountry?: CountryCode;
}

function parse(number: string, defaultCountry: CountryCode | undefined): PhoneResult {
  const settings: ParseSettings = {
    extract: false,
    ...(defaultCountry === undefined ? {} : { defaultCountry }),
  };
  const parsed = parsePhoneNumberFromString(number, settings);
  if (parsed === undefined || !parsed.isPossible() || parsed.number.length > MAX_E164_LENGTH) {
    return refuse(findLengthFault(number, settings));
  }
  const settled = parsed.number === number ? parsed : settle(parsed.number);
  if (settled === null) return refuse('not_a_number');
  return {
    ok: true,
    e164: settled.number,
    country: findCountry(settled),
    callingCode: settled.countryCallingCode,
    isValid: settled.isValid(),
    type: findType(settled),
  };
}

/**
 * A number as it will be read again from where it is stored. The library drops a national prefix even after a calling code: of
 * several zeros one at each reading, so that a stored number would change. No such number exists; `null` then.
 */
function settle(e164: string): PhoneNumber | null {
  const again = parsePhoneNumberFromString(e164, { extract: false });
  return again?.number === e164 && again.isPossible() ? again : null;
}

const LENGTH_FAULTS: Readonly<Record<ValidatePhoneNumberLengthResult, PhoneFault>> = {
  TOO_SHORT: 'too_short',
  TOO_LONG: 'too_long',
  INVALID_LENGTH: 'impossible_length',
  INVALID_COUNTRY: 'unknown_calling_code',
  NOT_A_NUMBER: 'not_a_number',
};

function findLengthFault(number: string, settings: ParseSettings): PhoneFault {
  return LENGTH_FAULTS[validatePhoneNumberLength(number, settings) ?? 'INVALID_LENGTH'];
}

const TYPES: Readonly<Record<PhoneNumberType, PhoneType>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed_line',
  FIXED_LINE_OR_MOBILE: 'fixed_line_or_mobile',
  PREMIUM_RATE: 'other',
  TOLL_FREE: 'other',
  SHARED_COST: 'other',
  VOIP: 'other',
  PERSONAL_NUMBER: 'other',
  PAGER: 'other',
  UAN: 'other',
  VOICEMAIL: 'other',
};

function findType(parsed: PhoneNumber): PhoneType {
  const type = parsed.getType();
  return type === undefined ? 'unknown' : TYPES[type];
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
