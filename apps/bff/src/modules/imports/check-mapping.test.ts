import { describe, expect, it } from 'vitest';
import type { ColumnMapping } from '@curlew/contract';
import { findMappingFaults } from './check-mapping.ts';

const file = { columns: ['id', 'name'], categoryIds: new Set<string>() };
const id: ColumnMapping = { column: 'id', target: { to: 'id', kind: 'registered' } };

describe('a mapping', () => {
  it('that fits the file has no fault', () => {
    expect(findMappingFaults([id], file)).toEqual([]);
  });

  it.each<[string, ColumnMapping]>([
    ['an attribute', { column: 'name', target: { to: 'attribute', name: '__proto__', type: 'text' } }],
    ['an id', { column: 'name', target: { to: 'id', kind: '__proto__' } }],
  ])('with %s that could not be kept under its name is refused at its place', (_, entry) => {
    expect(findMappingFaults([id, entry], file)).toEqual([
      { path: '1.target', message: expect.stringContaining('__proto__') },
    ]);
  });
});
