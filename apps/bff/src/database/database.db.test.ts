import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppContext } from '../app-context.ts';
import { createOwnTestContext, type TestContext } from '../testing/test-context.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createOwnTestContext();
  ({ context } = test);
  await context.database.pool.query('CREATE TABLE note (text TEXT)');
});
afterAll(() => test.stop());

const readNotes = async (): Promise<string[]> => {
  const { rows } = await context.database.pool.query<{ text: string }>('SELECT text FROM note ORDER BY text');
  return rows.map(({ text }) => text);
};

it('keeps all of a transaction, or nothing', async () => {
  const { database } = context;
  const write = (text: string, isBroken: boolean) =>
    database.transaction(async (connection) => {
      await connection.query('INSERT INTO note VALUES ($1)', [text]);
      if (isBroken) throw new Error('broken on purpose');
    });
  await write('kept', false);
  await expect(write('lost', true)).rejects.toThrow('broken on purpose');
  expect(await readNotes()).toEqual(['kept']);
});

it('refuses another connection inside a transaction, and only there', async () => {
  const { database } = context;
  const inside = database.transaction(() => readNotes());
  await expect(inside).rejects.toThrow('its own connection is to be used');
  let later: Promise<string[]> | undefined;
  await database.transaction(async () => {
    later = new Promise((resolve) => setTimeout(resolve, 50)).then(readNotes);
  });
  expect(await later).toEqual(['kept']);
});

it('many transactions at once do not see each other half done', async () => {
  const { database } = context;
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      database
        .transaction(async (connection) => {
          await connection.query('INSERT INTO note VALUES ($1)', [`a${index}`]);
          await connection.query('SELECT pg_sleep(0.005)');
          await connection.query('INSERT INTO note VALUES ($1)', [`b${index}`]);
          if (index % 2 === 0) throw new Error('broken on purpose');
        })
        .catch(() => undefined),
    ),
  );
  expect(await readNotes()).toHaveLength(1 + 10 * 2);
});
