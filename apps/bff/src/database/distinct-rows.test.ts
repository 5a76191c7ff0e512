import { expect, it } from 'vitest';
import { distinctRows } from './distinct-rows.ts';

it('gives each row once, and says which is whose', () => {
  expect(distinctRows(['b', 'a', 'b', 'c', 'a'], (row) => row)).toEqual({
    rows: ['b', 'a', 'c'],
    places: [1, 2, 1, 3, 2],
  });
  expect(distinctRows([], String)).toEqual({ rows: [], places: [] });
});

it('asks for no key of a row that is like the one before it', () => {
  const asked: number[] = [];
  const rows = [{ kind: 1 }, { kind: 1 }, { kind: 2 }, { kind: 1 }];
  const keyOf = ({ kind }: { kind: number }): string => {
    asked.push(kind);
    return String(kind);
  };
  expect(distinctRows(rows, keyOf, (one, other) => one.kind === other.kind)).toEqual({
    rows: [rows[0], rows[2]],
    places: [1, 1, 2, 1],
  });
  expect(asked).toEqual([1, 2, 1]);
});
