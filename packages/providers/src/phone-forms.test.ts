import { expect, it } from 'vitest';
import { isE164, readMsisdn, toMsisdn } from './phone-forms.ts';

it.each([
  ['31612345678', '+31612345678'],
  ['+31612345678', '+31612345678'],
  ['0031612345678', '+31612345678'],
  ['390612345678', '+390612345678'],
  ['0612345678', null],
  ['++31612345678', null],
  ['31 6 12345678', null],
  ['1234', null],
  ['1234567890123456', null],
  ['', null],
])('[P15] reads %s as %s', (given, expected) => {
  expect(readMsisdn(given)).toBe(expected);
});

it('[P15] writes digits', () => {
  expect(toMsisdn('+31612345678')).toBe('31612345678');
});

it.each(['31612345678', '+0612345678', '+31 612345678', '+3161234567890123', '+31612345678\n'])(
  '[P15] %j is not E.164',
  (number) => {
    expect(isE164(number)).toBe(false);
  },
);
