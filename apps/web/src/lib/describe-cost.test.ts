import { expect, it } from 'vitest';
import { describeSaving, describeSums, describeUnpriced } from './describe-cost.ts';

const sums = (...all: [string, string][]) => ({
  sums: all.map(([currency, amount]) => ({ currency, amount })),
  unpriced: [],
});

it('shows currencies side by side, and nothing where nothing has a price', () => {
  expect(describeSums(sums(['EUR', '81.204'], ['GBP', '3.1']))).toBe('EUR 81.20 · GBP 3.10');
  expect(describeSums(sums())).toBeNull();
});

it('names the countries without a price', () => {
  const unpriced = [
    { country: 'FR', parts: 12 },
    { country: null, parts: 1 },
  ];
  expect(describeUnpriced({ unpriced })).toBe(
    'No price for France: 12 parts, numbers of no known country: 1 part',
  );
  expect(describeUnpriced({ unpriced: [] })).toBeNull();
});

it('says what is saved, by currency', () => {
  expect(describeSaving(sums(['EUR', '10'], ['GBP', '2']), sums(['EUR', '7.5'], ['GBP', '2']))).toBe(
    'EUR 2.50',
  );
  expect(describeSaving(sums(['EUR', '10']), sums(['EUR', '10']))).toBeNull();
});
