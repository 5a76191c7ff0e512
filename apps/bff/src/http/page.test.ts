import { expect, it } from 'vitest';
import { containsPattern, readCursor, toPage, writeCursor } from './page.ts';

const id = '01a20242-d422-714d-a856-e14b220af4da';

it.each([
  ['an id', 1, [id]],
  ['a time as JavaScript writes it', 2, ['2026-11-22T08:00:00.123Z', id]],
  ['a time as PostgreSQL writes it', 2, ['2026-11-22 08:00:00.123456+00', id]],
  ['a time on the clock of India', 2, ['2026-11-22 13:30:00.123456+05:30', id]],
  ['a time on the second', 2, ['2026-02-28 23:59:59+05', id]],
] as const)('reads back %s', (_, length, values) => {
  expect(readCursor(writeCursor(values), length)).toEqual(values);
});

it('begins at the first page without a cursor', () => {
  expect(readCursor(undefined, 2)).toBeNull();
});

it.each([
  ['nothing', 1, ''],
  ['no JSON', 1, 'x'],
  ['another shape', 1, writeCursor([id, id])],
  ['too few values', 2, writeCursor([id])],
  ['no id', 1, writeCursor(["' OR 1=1 --"])],
  ['no time', 2, writeCursor(['yesterday', id])],
  ['a month that is none', 2, writeCursor(['2026-13-01T00:00:00Z', id])],
  ['a day that is none', 2, writeCursor(['2026-02-30T00:00:00Z', id])],
  ['an hour that is none', 2, writeCursor(['2026-02-28T24:00:00Z', id])],
  ['a year that is none', 2, writeCursor(['0000-01-01T00:00:00Z', id])],
  ['a time zone that is none', 2, writeCursor(['2026-02-28T00:00:00+99', id])],
  ['minutes of a time zone that are none', 2, writeCursor(['2026-02-28T00:00:00+05:60', id])],
  ['a NUL', 2, writeCursor(['2026-11-22T08:00:00Z\0', id])],
  ['an object', 2, Buffer.from(JSON.stringify({ 0: id })).toString('base64url')],
] as const)('refuses %s', (_, length, cursor) => {
  expect(() => readCursor(cursor, length)).toThrow('The cursor is not one of this list');
});

it.each([
  [2, { items: [1, 2], nextCursor: writeCursor(['2']) }],
  [3, { items: [1, 2, 3], nextCursor: null }],
])('cuts three rows into a page of %i', (limit, page) => {
  const describe = { item: (row: number) => row, cursor: (row: number) => [String(row)] };
  expect(toPage([1, 2, 3], limit, describe)).toEqual(page);
});

it('takes the wildcards of a search literally', () => {
  expect(containsPattern('50%_\\')).toBe(String.raw`%50\%\_\\%`);
});
