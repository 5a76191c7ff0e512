import { expect, it } from 'vitest';
import { priceAt, type Price } from './price-at.ts';

const price = (country: string, validFrom: string, amount: string): Price => ({
  country,
  validFrom,
  currency: 'GBP',
  price: amount,
});

const list = [
  price('*', '2026-03-01', '0.09'),
  price('*', '2026-01-01', '0.08'),
  price('GB', '2026-07-01', '0.035'),
  price('GB', '2026-01-01', '0.03'),
  price('GB', '2027-01-01', '0.04'),
  price('FR', '2027-01-01', '0.06'),
];

it.each([
  { name: '[E60] on its first day', country: 'GB', day: '2026-07-01', expected: '0.035' },
  { name: '[E60] on the day before, the one before', country: 'GB', day: '2026-06-30', expected: '0.03' },
  { name: '[E60] until the next begins', country: 'GB', day: '2026-12-31', expected: '0.035' },
  { name: '[E60] before the first of all, none', country: 'GB', day: '2025-12-31', expected: null },
  { name: '[E61] a country without a price of its own', country: 'DE', day: '2026-02-01', expected: '0.08' },
  { name: '[E61] the others have days too', country: 'DE', day: '2026-03-01', expected: '0.09' },
  { name: '[E61] its own price is still to come', country: 'FR', day: '2026-12-31', expected: '0.09' },
  {
    name: '[E61] its own, though that of the others is younger',
    country: 'GB',
    day: '2026-03-02',
    expected: '0.03',
  },
  { name: '[E61] a number of no country', country: null, day: '2026-03-02', expected: '0.09' },
])('$name', ({ country, day, expected }) => {
  expect(priceAt(list, country, day)?.price ?? null).toBe(expected);
});

it('[E61] an empty list, and one without a price for the others, say nothing', () => {
  expect(priceAt([], 'GB', '2026-01-01')).toBeNull();
  expect(priceAt([price('GB', '2026-01-01', '0.03')], 'DE', '2026-02-01')).toBeNull();
});
