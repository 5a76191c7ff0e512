import { expect, it } from 'vitest';
import { isFiltered, readListAddress } from './list-address.ts';

it.each([
  [{}, {}],
  [
    { search: 42, tag: 'vip' },
    { search: '42', tag: 'vip' },
  ],
  [{ search: '', folder: '', owner: undefined }, {}],
  [{ status: 'archived' }, { status: 'archived' }],
  [{ status: 'gone', sort: 'size', order: 'asc' }, {}],
  [{ sort: 'name' }, { sort: 'name', order: 'desc' }],
  [
    { sort: 'name', order: 'asc' },
    { sort: 'name', order: 'asc' },
  ],
  [{ isNew: 'yes', from: 'file' }, { from: 'file' }],
  [{ isNew: true, other: 1 }, { isNew: true }],
])('reads %j', (given, expected) => {
  expect(readListAddress(given)).toEqual(expected);
});

it.each([
  [{}, false],
  [{ sort: 'name', order: 'asc', isNew: true }, false],
  [{ folder: 'none' }, true],
  [{ status: 'draft' }, true],
] as const)('%j leaves something out: %s', (address, expected) => {
  expect(isFiltered(address)).toBe(expected);
});
