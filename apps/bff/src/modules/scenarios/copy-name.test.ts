import { expect, it } from 'vitest';
import { copyName } from './copy-name.ts';

it.each([
  ['Sale', [], 'Sale (copy)'],
  ['Sale', ['Sale', 'Sale (copy)'], 'Sale (copy 2)'],
  ['Sale (copy)', ['Sale (copy)'], 'Sale (copy 2)'],
  ['Sale (copy 2)', ['Sale', 'Sale (copy)', 'Sale (copy 2)'], 'Sale (copy 3)'],
  ['x'.repeat(120), [], `${'x'.repeat(113)} (copy)`],
  [`${'x'.repeat(112)}😀${'x'.repeat(6)}`, [], `${'x'.repeat(112)} (copy)`],
])('%s, where there are %j, becomes %s', (name, taken, expected) => {
  const copy = copyName(name, new Set(taken));
  expect(copy).toBe(expected);
  expect(copy.length).toBeLessThanOrEqual(120);
});
