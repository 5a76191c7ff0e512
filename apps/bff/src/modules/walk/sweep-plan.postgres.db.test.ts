import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { preferIndexes } from '../../database/prefer-indexes.ts';
import { firstPlace, takeDueWaits, type WaitPlace } from './wait-store.ts';

const waiting = 300_000;
const now = new Date('2026-11-23T10:00:00Z');
let test: TestContext;

// Each waits for a moment of their own: some a second apart before now, the others from now on.
beforeAll(async () => {
  test = await createTestContext();
  const { pool } = test.context.database;
  await pool.query(
    `INSERT INTO wait_group (id, project_id, run_id, node_id, waits_until, size, enrolment_ids)
     SELECT new_uuid(), new_uuid(), new_uuid(), 'wait', $1::timestamptz + make_interval(secs => n - 20000), 1, ARRAY[new_uuid()]
     FROM generate_series(1, $2::int) n`,
    [now, waiting],
  );
}, 120_000);
afterAll(() => test.stop());

/** What the database does for a sweep, with or without knowing the table: its plan, and how many pages it looks at. */
const explain = async (after: WaitPlace): Promise<{ plan: string; pages: number }> => {
  const connection = await test.context.database.pool.connect();
  try {
    const lines: string[] = [];
    const query = async (sql: string, values: unknown[]): Promise<{ rows: [] }> => {
      const { rows } = await connection.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) ${sql}`,
        values,
      );
      lines.push(...rows.map((row) => row['QUERY PLAN']));
      return { rows: [] };
    };
    await connection.query('BEGIN');
    await preferIndexes(connection);
    // Stands in for a connection of which only this is used.
    await takeDueWaits({ query } as unknown as PoolClient, { after, until: now, limit: 10_000 });
    await connection.query('ROLLBACK');
    const plan = lines.join('\n');
    const pages = [...(lines[1] ?? '').matchAll(/(?:hit|read)=(\d+)/g)];
    return { plan, pages: pages.reduce((sum, [, count]) => sum + Number(count), 0) };
  } finally {
    connection.release();
  }
};

it.each(['a table that is known', 'one that the planner knows nothing of'])(
  'a sweep reads those who are due and nobody who waits for later: %s',
  async (which) => {
    const { pool } = test.context.database;
    if (which.startsWith('a table')) await pool.query('ANALYZE wait_group');
    else await pool.query(`DELETE FROM pg_statistic WHERE starelid = 'wait_group'::regclass`);
    const few = await explain({ ...firstPlace, waitsUntil: new Date(now.getTime() - 500_000) });
    expect(few.plan).not.toMatch(/Seq Scan/);
    expect(few.plan).toMatch(/actual rows=50[0-2](\.00)? loops=1/);
    expect(few.pages).toBeLessThan(8_000);
    const nobody = await explain({ ...firstPlace, waitsUntil: now });
    expect(nobody.plan).not.toMatch(/Seq Scan/);
    expect(nobody.pages).toBeLessThan(30);
    const portion = await explain(firstPlace);
    expect(portion.plan).not.toMatch(/Seq Scan/);
    expect(portion.plan).toMatch(/actual rows=10000(\.00)? loops=1/);
  },
);
