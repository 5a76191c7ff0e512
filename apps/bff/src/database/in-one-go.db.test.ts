import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppContext } from '../app-context.ts';
import { createOwnTestContext, type TestContext } from '../testing/test-context.ts';
import { inOneGo } from './in-one-go.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createOwnTestContext();
  ({ context } = test);
  await context.database.pool.query('CREATE TABLE note (place SERIAL PRIMARY KEY, text TEXT UNIQUE)');
});
afterAll(() => test.stop());

const readNotes = async (): Promise<string[]> => {
  const { rows } = await context.database.pool.query<{ text: string }>(
    'SELECT text FROM note ORDER BY place',
  );
  return rows.map(({ text }) => text);
};

const write = (connection: PoolClient, text: string) =>
  connection.query('INSERT INTO note (text) VALUES ($1)', [text]);

it('gives each step its own result, in the order of the steps', async () => {
  const results = await context.database.transaction((connection) =>
    inOneGo<[string, number]>(connection, [
      async () => (await connection.query<{ told: string }>(`SELECT 'one' AS told`)).rows[0]?.told ?? '',
      async () => (await connection.query('SELECT FROM generate_series(1, 3)')).rowCount ?? 0,
    ]),
  );
  expect(results).toEqual(['one', 3]);
});

it('writes in the order of the steps', async () => {
  const texts = Array.from({ length: 20 }, (_, index) => `note ${index}`);
  await context.database.transaction((connection) =>
    inOneGo(
      connection,
      texts.map((text) => () => write(connection, text)),
    ),
  );
  expect(await readNotes()).toEqual(texts);
});

it('fails as the step that failed first, keeps nothing, and leaves the connection well', async () => {
  const before = await readNotes();
  const failing = context.database.transaction((connection) =>
    inOneGo(connection, [
      async () => {
        await write(connection, 'first');
        // Sent after the one that fails: the database says of it only that something failed before.
        await write(connection, 'first again');
      },
      () => write(connection, 'note 1'),
      () => write(connection, 'last'),
    ]),
  );
  await expect(failing).rejects.toThrow('note_text_key');
  expect(await readNotes()).toEqual(before);
});

it('fails as a step that throws at once, after those that have begun', async () => {
  const before = await readNotes();
  const failing = context.database.transaction((connection) =>
    inOneGo(connection, [
      async () => {
        await write(connection, 'begun');
        await write(connection, 'begun again');
      },
      () => {
        throw new Error('broken at once');
      },
    ]),
  );
  await expect(failing).rejects.toThrow('broken at once');
  expect(await readNotes()).toEqual(before);
});

it('waits for all steps before it fails', async () => {
  let hasEnded = false;
  await context.database.transaction(async (connection) => {
    const failing = inOneGo(connection, [
      async () => {
        throw new Error('broken on purpose');
      },
      async () => {
        await connection.query('SELECT pg_sleep(0.05)');
        hasEnded = true;
      },
    ]);
    await expect(failing).rejects.toThrow('broken on purpose');
    // A database that takes one statement at a time has not begun the second.
    expect(hasEnded).toBe(context.database.isShared);
  });
});
