import { expect, it } from 'vitest';
import { addVariant, describeSum, distributeEvenly, removeVariant, sumOf, type Variant } from './weights.ts';

const variantsOf = (...weights: number[]): Variant[] =>
  weights.map((weight, index) => ({
    id: `v${index}`,
    name: String.fromCodePoint(65 + index),
    weight,
  }));
const weightsOf = (variants: readonly Variant[]): number[] => variants.map(({ weight }) => weight);

it.each([2, 3, 4, 5, 6, 7, 8, 9, 10])('shares 100 among %i', (count) => {
  const even = distributeEvenly(variantsOf(...Array.from({ length: count }, () => 1)));
  expect(sumOf(even)).toBe(100);
  expect(Math.max(...weightsOf(even)) - Math.min(...weightsOf(even))).toBeLessThanOrEqual(1);
});

it.each([
  ['even ones stay even', [50, 50], [34, 33, 33]],
  ['it takes what is missing', [50, 30], [50, 30, 20]],
  ['it takes nothing where nothing is left', [70, 30], [70, 30, 0]],
])('adds a variant: %s', (_, before, after) => {
  const added = addVariant(variantsOf(...before), 'new');
  expect(weightsOf(added)).toEqual(after);
  expect(added.at(-1)).toMatchObject({ id: 'new', name: 'C' });
});

it('names a new variant by the first free letter', () => {
  const [first, second] = variantsOf(50, 50);
  const named = [first, second].flatMap((one) =>
    one ? [{ ...one, name: one.name === 'A' ? 'Long' : 'B' }] : [],
  );
  expect(addVariant(named, 'new').at(-1)?.name).toBe('A');
});

it.each([
  ['even ones stay even', [34, 33, 33], [50, 50]],
  ['others keep theirs', [60, 30, 10], [60, 30]],
])('removes a variant: %s', (_, before, after) => {
  expect(weightsOf(removeVariant(variantsOf(...before), 'v2'))).toEqual(after);
});

it.each([
  [[50, 40], '10 % missing'],
  [[50, 60], '10 % too much'],
  [[50, 50], null],
])('says of %o: %s', (weights, words) => {
  expect(describeSum(variantsOf(...weights))).toBe(words);
});
