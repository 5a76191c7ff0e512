import { formatCountry } from '../../../lib/format-place.ts';
import type { SearchOption } from '../../../ui/search-select.tsx';
import { nameCountry } from './price-rows.ts';

const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
// Codes that have a name and are no country.
const noCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** True for the code of a country of today: those of old, as DD and SU, stand for others now. */
export const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) &&
  formatCountry(code) !== code &&
  !noCountries.has(code) &&
  new Intl.Locale(`und-${code}`).region === code;

/** Every country by name, after the one that stands for all that have no price of their own. */
export const countryOptions: readonly SearchOption[] = [
  { value: '*', label: nameCountry('*') },
  ...letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .filter(isCountry)
    .map((code) => ({ value: code, label: formatCountry(code), end: code }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en')),
];
