import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppContext } from '../app-context.ts';
import { newId } from '../new-id.ts';
import { createTestContext, type TestContext } from '../testing/test-context.ts';
import { intArray, jsonbArray, uuidArray } from './binary-array.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

// As the database has understood them, in its own words.
const understood = async (type: string, values: Buffer): Promise<string[]> => {
  const { rows } = await context.database.pool.query<{ value: string }>(
    `SELECT n.value::text AS value FROM unnest($1::${type}[]) WITH ORDINALITY AS n (value, place) ORDER BY place`,
    [values],
  );
  return rows.map(({ value }) => value);
};

it('gives the database ids', async () => {
  const ids = Array.from({ length: 1_000 }, () => newId());
  expect(await understood('uuid', uuidArray(ids))).toEqual(ids);
  expect(await understood('uuid', uuidArray(['00000000-0000-0000-0000-00000000000F']))).toEqual([
    '00000000-0000-0000-0000-00000000000f',
  ]);
});

it('gives the database whole numbers', async () => {
  const numbers = [0, 1, -1, 2_147_483_647, -2_147_483_648];
  expect(await understood('int', intArray(numbers))).toEqual(numbers.map(String));
});

it('gives the database documents, whatever is in them', async () => {
  const documents = ['{}', '[]', 'null', '{"a": "\\"{,}\\\\ ž 😀"}', '"NULL"'];
  expect(await understood('jsonb', jsonbArray(documents))).toEqual(documents);
});

it('gives the database nothing', async () => {
  expect(await understood('uuid', uuidArray([]))).toEqual([]);
  expect(await understood('int', intArray([]))).toEqual([]);
  expect(await understood('jsonb', jsonbArray([]))).toEqual([]);
});

it('refuses what is no id, no number of 32 bits, no document', async () => {
  expect(() => uuidArray(['x'])).toThrow('list of ids');
  expect(() => uuidArray([newId(), newId().slice(1)])).toThrow('list of ids');
  expect(() => intArray([2_147_483_648])).toThrow(RangeError);
  await expect(understood('jsonb', jsonbArray(['{']))).rejects.toThrow('invalid input syntax for type json');
});
