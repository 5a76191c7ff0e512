import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppContext } from '../app-context.ts';
import { createTestContext, type TestContext } from '../testing/test-context.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
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

// The embedded database has one connection, and nobody else who could end it.
it.runIf(process.env['TEST_DATABASE_URL'])(
  'outlives a connection that is ended inside a transaction',
  async () => {
    const { database } = context;
    const before = await readNotes();
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
    expect(await readNotes()).toEqual(before);
  },
);
