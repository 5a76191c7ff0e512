import { expect, it } from 'vitest';
import { priceRows } from './price-rows.ts';

const price = (country: string, validFrom: string) => ({
  country,
  validFrom,
  currency: 'GBP',
  price: '0.05',
});

it('says of each price whether it counts, by name of its country', () => {
  const prices = [
    price('SK', '2027-01-01'),
    price('AT', '2026-01-01'),
    price('SK', '2026-06-01'),
    price('*', '2026-01-01'),
    price('SK', '2026-01-01'),
  ];
  const rows = priceRows(prices, '2026-06-01');
  expect(rows.map((row) => [row.countryName, row.price.validFrom, row.state])).toEqual([
    ['All other countries', '2026-01-01', 'in_force'],
    ['Austria', '2026-01-01', 'in_force'],
    ['Slovakia', '2026-01-01', 'past'],
    ['Slovakia', '2026-06-01', 'in_force'],
    ['Slovakia', '2027-01-01', 'coming'],
  ]);
});
