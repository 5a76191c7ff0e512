import { expect, it } from 'vitest';
import { formatAttribute } from './format-attribute.ts';

it.each([
  ['Łódź', 'Łódź'],
  [130.89, '130.89'],
  [0, '0'],
  [false, 'false'],
  [null, '–'],
  ['', '–'],
  [[], '–'],
  [['tents', 'boots'], 'tents, boots'],
  [[['a'], null], 'a, –'],
  [{ size: 'M' }, '{"size":"M"}'],
])('shows %j as %s', (value, text) => {
  expect(formatAttribute(value)).toBe(text);
});
