import { expect, it } from 'vitest';
import { rangeOf } from './use-selection.ts';

const shown = ['a', 'b', 'c', 'd'];

it.each([
  ['b', 'd', ['b', 'c', 'd']],
  ['d', 'b', ['b', 'c', 'd']],
  ['c', 'c', ['c']],
  [null, 'c', ['c']],
  ['gone', 'c', ['c']],
])('from %s to %s: %j', (from, to, expected) => {
  expect(rangeOf(shown, from, to)).toEqual(expected);
});
