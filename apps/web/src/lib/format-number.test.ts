import { expect, it } from 'vitest';
import { formatCompact, formatCount, formatMoney, formatNumber, formatShare } from './format-number.ts';

it('groups thousands', () => {
  expect(formatNumber(2000)).toBe('2,000');
  expect(formatCompact(12_345)).toBe('12.3k');
});

it.each([
  [96, 100, '96 %'],
  [1, 3, '33.3 %'],
  [0, 5, '0 %'],
  [5, 5, '100 %'],
  [9999, 10_000, '99.9 %'],
  [1, 10_000, '0.1 %'],
  [0, 0, '–'],
])('%i of %i is %s', (part, of, text) => {
  expect(formatShare(part, of)).toBe(text);
});

it('puts the currency before the amount', () => {
  expect(formatMoney(812.5, 'EUR')).toBe('EUR 812.50');
});

it.each([
  [1, '1 part'],
  [2, '2 parts'],
  [0, '0 parts'],
])('counts %i with its noun', (count, text) => {
  expect(formatCount(count, 'part')).toBe(text);
});

it('takes a plural of its own', () => {
  expect(formatCount(1200, 'person', 'people')).toBe('1,200 people');
});
