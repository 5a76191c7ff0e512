import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { findCountry } from './parse-phone.ts';

/** Whether an E.164 number belongs to the United States or one of its territories; a +1 number that fits no plan counts as one. */
export function isUsNumber(e164: string): boolean {
  const parsed = parsePhoneNumberFromString(e164, { extract: false });
  const country = parsed === undefined ? null : findCountry(parsed);
  return country !== null && US_AND_TERRITORIES.has(country);
}

const US_AND_TERRITORIES: ReadonlySet<string> = new Set(['US', 'PR', 'VI', 'GU', 'AS', 'MP', 'UM']);
