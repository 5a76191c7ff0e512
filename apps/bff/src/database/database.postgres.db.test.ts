import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppContext } from '../app-context.ts';
import { createOwnTestContext, type TestContext } from '../testing/test-context.ts';
import { whileLocked } from './while-locked.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createOwnTestContext();
  ({ context } = test);
  await context.database.pool.query('CREATE TABLE note (text TEXT)');
  await context.database.pool.query(`INSERT INTO note VALUES ('kept')`);
});
afterAll(() => test.stop());

const readNotes = async (): Promise<string[]> => {
  const { rows } = await context.database.pool.query<{ text: string }>('SELECT text FROM note ORDER BY text');
  return rows.map(({ text }) => text);
};

// The embedded database has one connection, and nobody else who could end it.
it('outlives a connection that is ended inside a transaction', async () => {
  const { database } = context;
  let tell: (pid: number | undefined) => void = () => undefined;
  const known = new Promise<number | undefined>((resolve) => {
    tell = resolve;
  });
  const broken = database.transaction(async (connection) => {
    await connection.query(`INSERT INTO note VALUES ('gone')`);
    const { rows } = await connection.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    tell(rows[0]?.pid);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await connection.query('SELECT 1');
  });
  const failure = broken.catch((cause: unknown) => String(cause));
  await database.pool.query('SELECT pg_terminate_backend($1)', [await known]);
  expect(await failure).toMatch(/connection/i);
  expect(await readNotes()).toEqual(['kept']);
});

it('outlives a connection that is ended while it holds a lock, and the lock is free', async () => {
  const { database } = context;
  const endHolder = async (): Promise<void> => {
    await database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    throw new Error('what was to be done failed');
  };
  await expect(whileLocked(database, 'demo', endHolder)).rejects.toThrow('what was to be done failed');
  expect(await whileLocked(database, 'demo', readNotes)).toEqual(['kept']);
});
