import { expect, it } from 'vitest';
import { decimalOf, microsOf } from './micros.ts';

it.each([
  ['0', 0n, '0'],
  ['0.000001', 1n, '0.000001'],
  ['0.0425', 42_500n, '0.0425'],
  ['0.10', 100_000n, '0.1'],
  ['12', 12_000_000n, '12'],
  ['9999.999999', 9_999_999_999n, '9999.999999'],
])('[E62] %s is so many millionths, and back', (decimal, micros, shortest) => {
  expect(microsOf(decimal)).toBe(micros);
  expect(decimalOf(micros)).toBe(shortest);
});

it('[E62] no sum is ever rounded, however many parts', () => {
  expect(decimalOf(microsOf('0.1') * 3n)).toBe('0.3');
  expect(decimalOf(microsOf('9999.999999') * 10_000_000_000n)).toBe('99999999990000');
  expect(decimalOf(-42_500n)).toBe('-0.0425');
});

it.each(['', '.5', '1.', '0,04', '1e3', '-1', '0.0000001', ' 1', '0x10', 'NaN'])(
  '[E62] %j is no amount',
  (text) => {
    expect(() => microsOf(text)).toThrow('is no amount of money');
  },
);
