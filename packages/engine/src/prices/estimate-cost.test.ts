import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addEstimates, decimalOf, estimateCost, microsOf } from '../index.ts';

const prices = [
  { country: 'SK', validFrom: '2026-01-01', currency: 'EUR', price: '0.045' },
  { country: 'SK', validFrom: '2026-06-01', currency: 'EUR', price: '0.05' },
  { country: 'GB', validFrom: '2026-01-01', currency: 'GBP', price: '0.031' },
];

it('[A7] adds up each currency by itself and names what has no price', () => {
  const parts = [
    { country: 'SK', parts: 100 },
    { country: 'GB', parts: 10 },
    { country: 'SK', parts: 1 },
    { country: 'FR', parts: 12 },
    { country: null, parts: 3 },
    { country: 'DE', parts: 0 },
  ];
  expect(estimateCost(parts, prices, '2026-11-28')).toEqual({
    sums: [
      { currency: 'EUR', amount: '5.05' },
      { currency: 'GBP', amount: '0.31' },
    ],
    unpriced: [
      { country: 'FR', parts: 12 },
      { country: null, parts: 3 },
    ],
  });
  expect(estimateCost(parts, prices, '2026-03-01').sums[0]?.amount).toBe('4.545');
});

it('[A7] is exact: parts together cost what they cost one by one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { maxLength: 20 }), (parts) => {
      const sum = parts
        .map((own) => estimateCost([{ country: 'GB', parts: own }], prices, '2026-11-28').sums[0]?.amount)
        .reduce((total, amount) => total + microsOf(amount ?? '0'), 0n);
      const all = parts.map((own) => ({ country: 'GB', parts: own }));
      expect(estimateCost(all, prices, '2026-11-28').sums[0]?.amount ?? '0').toBe(decimalOf(sum));
    }),
  );
});

it('[A7] estimates add up to what all their parts cost', () => {
  const parts = [
    { country: 'SK', parts: 7 },
    { country: 'GB', parts: 10 },
    { country: 'FR', parts: 12 },
    { country: 'SK', parts: 4 },
    { country: 'FR', parts: 1 },
  ];
  const one = (own: (typeof parts)[number]) => estimateCost([own], prices, '2026-11-28');
  expect(addEstimates(parts.map(one))).toEqual(estimateCost(parts, prices, '2026-11-28'));
  expect(addEstimates([])).toEqual({ sums: [], unpriced: [] });
});
