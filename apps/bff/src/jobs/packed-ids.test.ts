import { expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { packIds, unpackIds } from './packed-ids.ts';

it('gives the ids that were packed, in their order', () => {
  const ids = Array.from({ length: 1_000 }, () => newId());
  expect(packIds(ids).length).toBeLessThan(22_000);
  expect(unpackIds(packIds(ids))).toEqual(ids);
  expect(unpackIds(packIds([]))).toEqual([]);
});

it('refuses what is no id and no packed ids', () => {
  expect(() => packIds(['x'])).toThrow('list of ids');
  expect(() => packIds([newId().slice(1)])).toThrow('list of ids');
  for (const packed of ['AAAA', 'no base64!', `${packIds([newId()])}A`])
    expect(() => unpackIds(packed)).toThrow('packed ids');
});
