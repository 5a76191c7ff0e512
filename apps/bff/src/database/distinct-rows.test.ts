import { expect, it } from 'vitest';
import { distinctRows } from './distinct-rows.ts';

it('gives each row once, and says which is whose', () => {
  expect(distinctRows(['b', 'a', 'b', 'c', 'a'], (row) => row)).toEqual({
    rows: ['b', 'a', 'c'],
    places: [1, 2, 1, 3, 2],
  });
  expect(distinctRows([], String)).toEqual({ rows: [], places: [] });
});
