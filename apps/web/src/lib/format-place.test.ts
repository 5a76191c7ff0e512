import { expect, it } from 'vitest';
import { formatCountry, formatLanguage } from './format-place.ts';

it.each([
  ['sk', 'Slovak'],
  ['zh-Hant', 'Traditional Chinese'],
  ['xx', 'xx'],
  ['slovensky jazyk', 'slovensky jazyk'],
  ['', ''],
])('names the language %j', (code, name) => {
  expect(formatLanguage(code)).toBe(name);
});

it.each([
  ['SK', 'Slovakia'],
  ['sk', 'Slovakia'],
  ['XQ', 'XQ'],
  ['Great Britain', 'Great Britain'],
])('names the country %j', (code, name) => {
  expect(formatCountry(code)).toBe(name);
});
