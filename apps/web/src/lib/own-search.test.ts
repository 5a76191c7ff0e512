import { expect, it } from 'vitest';
import { ownSearch } from './own-search.ts';

it('keeps what is read, and nothing else of what was typed', () => {
  const read = ownSearch((search): { show?: 'waiting' } =>
    search['show'] === 'waiting' ? { show: 'waiting' } : {},
  );
  expect(read({ show: 'waiting', more: 1 })).toEqual({ show: 'waiting', more: undefined });
  expect({ show: 'nonsense', ...read({ show: 'nonsense' }) }).toEqual({ show: undefined });
});
