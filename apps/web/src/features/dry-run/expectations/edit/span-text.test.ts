import { expect, it } from 'vitest';
import { readSpan, writeSpan } from './span-text.ts';

it.each([
  [0, '0 min'],
  [3_540, '59 min'],
  [176_340, '2 d 59 min'],
  [90_061, '1 d 1 h 1 min 1 s'],
])('%i seconds are written as %s, and read again', (seconds, text) => {
  expect(writeSpan(seconds)).toBe(text);
  expect(readSpan(text)).toBe(seconds);
});

it.each([
  ['2 days, 3 hours', 183_600],
  ['1H30m', 5_400],
  [' 10 min ', 600],
  ['', null],
  ['soon', null],
  ['5', null],
  ['1 week', null],
  ['1 constructor', null],
  ['-1 h', null],
  ['401 d', null],
])('“%s” is read as %s', (text, seconds) => {
  expect(readSpan(text)).toBe(seconds);
});
