import {
  parsePhoneNumberFromString,
  validatePhoneNumberLength,
  type CountryCode,
  type PhoneNumber,
  type PhoneNumberType,
  type ValidatePhoneNumberLengthResult,
} from 'libphonenumber-js/max';
import type { PhoneFault, PhoneResult, PhoneType } from './phone-result.ts';

/** A plus sign and 15 digits. */
const MAX_E164_LENGTH = 16;

interface ParseSettings {
  readonly extract: boolean;
  readonly defaultCountry?: CountryCode;
}

/** Holds cleaned digits, with `+` or for a default country, against the numbering plans. */
export function parsePhone(number: string, defaultCountry: CountryCode | undefined): PhoneResult {
  const settings: ParseSettings = {
    extract: false,
    ...(defaultCountry === undefined ? {} : { defaultCountry }),
  };
  const parsed = parsePhoneNumberFromString(number, settings);
  if (parsed === undefined || !parsed.isPossible() || parsed.number.length > MAX_E164_LENGTH) {
    return { ok: false, reason: findLengthFault(number, settings) };
  }
  const settled = parsed.number === number ? parsed : settle(parsed.number);
  if (settled === null) return { ok: false, reason: 'not_a_number' };
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

/** Numbers reserved for fiction fit no plan; the library then lists the countries of the calling code, the main one first. */
export function findCountry(parsed: PhoneNumber): string | null {
  return parsed.country ?? parsed.getPossibleCountries()[0] ?? null;
}
