import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppContext } from '../app-context.ts';
import { StartProblem } from '../start-problem.ts';
import { createOwnTestContext, type TestContext } from '../testing/test-context.ts';
import { migrate, readMigrations } from './migrate.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createOwnTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const readHistory = async (): Promise<Record<string, unknown>[]> => {
  const { rows } = await context.database.pool.query<Record<string, unknown>>(
    'SELECT * FROM _prisma_migrations ORDER BY migration_name',
  );
  return rows;
};

const exists = async (table: string): Promise<boolean> => {
  const { rows } = await context.database.pool.query<{ found: string | null }>(
    'SELECT to_regclass($1) AS found',
    [table],
  );
  return rows[0]?.found !== null;
};

const later = (name: string, sql: string) => ({ name, sql, checksum: 'x'.repeat(64) });

describe('migrate', () => {
  it('keeps a history as Prisma Migrate does', async () => {
    const folder = join(import.meta.dirname, '../../../../prisma/migrations');
    const names = (await readdir(folder)).filter((name) => /^\d{14}_/.test(name)).sort();
    const history = await readHistory();
    expect(history.map((row) => row['migration_name'])).toEqual(names);
    for (const row of history) {
      const sql = await readFile(join(folder, String(row['migration_name']), 'migration.sql'));
      expect(row).toEqual({
        id: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
        checksum: createHash('sha256').update(sql).digest('hex'),
        migration_name: row['migration_name'],
        started_at: expect.any(Date),
        finished_at: expect.any(Date),
        rolled_back_at: null,
        logs: null,
        applied_steps_count: 1,
      });
      expect(Number(row['finished_at'])).toBeGreaterThanOrEqual(Number(row['started_at']));
    }
  });

  it('does nothing the second time', async () => {
    const before = await readHistory();
    expect(await migrate(context.database.pool, await readMigrations())).toEqual([]);
    expect(await readHistory()).toEqual(before);
  });

  it('keeps all of what is pending, or nothing', async () => {
    const before = await readHistory();
    const migrations = [
      ...(await readMigrations()),
      later('29990101000000_good', 'CREATE TABLE later_good (id INT)'),
      later('29990101000001_bad', 'CREATE TABLE later_bad (id INT); SELECT nonsense'),
    ];
    const failed = migrate(context.database.pool, migrations);
    await expect(failed).rejects.toThrow(StartProblem);
    await expect(failed).rejects.toThrow('Migration 29990101000001_bad failed');
    expect([await exists('later_good'), await exists('later_bad')]).toEqual([false, false]);
    expect(await readHistory()).toEqual(before);
  });

  it('applies what is new, once, also when many ask at once; an older program then refuses', async () => {
    const known = await readMigrations();
    const migrations = [...known, later('29990101000000_good', 'CREATE TABLE later_good (id INT)')];
    const { pool } = context.database;
    const applied = await Promise.all([1, 2, 3].map(() => migrate(pool, migrations)));
    expect(applied.flat()).toEqual(['29990101000000_good']);
    expect(await exists('later_good')).toBe(true);
    await expect(migrate(pool, known)).rejects.toThrow('a newer Curlew (29990101000000_good)');
  });
});
