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
  ['[E40] on its first day', 'GB', '2026-07-01', '0.035'],
  ['[E40] on the day before, the one before', 'GB', '2026-06-30', '0.03'],
  ['[E40] until the next begins', 'GB', '2026-12-31', '0.035'],
  ['[E40] before the first of all, none', 'GB', '2025-12-31', null],
  ['[E41] a country without a price of its own', 'DE', '2026-02-01', '0.08'],
  ['[E41] the others have days too', 'DE', '2026-03-01', '0.09'],
  ['[E41] a country whose own price is still to come', 'FR', '2026-12-31', '0.09'],
  ['[E41] its own price, though that of the others is younger', 'GB', '2026-03-02', '0.03'],
  ['[E41] a number of no country', null, '2026-03-02', '0.09'],
])('%s', (_, ...[country, day, expected]) => {
  expect(priceAt(list, country, day)?.price ?? null).toBe(expected);
});

it('[E41] an empty list, and one without a price for the others, say nothing', () => {
  expect(priceAt([], 'GB', '2026-01-01')).toBeNull();
  expect(priceAt([price('GB', '2026-01-01', '0.03')], 'DE', '2026-02-01')).toBeNull();
});
