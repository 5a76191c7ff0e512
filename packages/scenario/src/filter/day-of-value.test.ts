import { expect, it } from 'vitest';
import { dayOfValue } from './day-of-value.ts';

it.each([
  ['1990-03-05', '1990-03-05'],
  ['2026-11-22T23:30:00Z', '2026-11-23'],
  [0, '1970-01-01'],
  ['soon', null],
  ['', null],
  [undefined, null],
  [true, null],
])('[N104] %s is on %s', (value, day) => {
  expect(dayOfValue(value, 'Europe/Prague')).toBe(day);
});
