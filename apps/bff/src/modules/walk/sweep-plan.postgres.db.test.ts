import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../new-id.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { firstWaiting, readDue, type WakeCursor } from './sweep-store.ts';

const waiting = 300_000;
const now = new Date('2026-11-23T10:00:00Z');
const runId = newId();
let test: TestContext;

// Each waits for a moment of their own: some a second apart before now, the others from now on.
beforeAll(async () => {
  test = await createTestContext();
  const { pool } = test.context.database;
  await pool.query(
    `INSERT INTO enrolment (id, project_id, run_id, customer_id, node_id, waits_until)
     SELECT new_uuid(), $1, $1, new_uuid(), 'wait', $2::timestamptz + make_interval(secs => n - 20000)
     FROM generate_series(1, $3::int) n`,
    [runId, now, waiting],
  );
  await pool.query('ANALYZE enrolment');
}, 120_000);
afterAll(() => test.stop());

/** What the database does for a sweep: its plan, and how many pages it looks at. */
const explain = async (after: WakeCursor): Promise<{ plan: string; pages: number }> => {
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
    // Stands in for a connection of which only this is used.
    await readDue({ query } as unknown as PoolClient, { after, until: now, limit: 10_000 });
    const plan = lines.join('\n');
    const pages = [...(lines[1] ?? lines[0] ?? '').matchAll(/(?:hit|read)=(\d+)/g)];
    return { plan, pages: pages.reduce((sum, [, count]) => sum + Number(count), 0) };
  } finally {
    connection.release();
  }
};

it('a sweep reads those who are due and nobody who waits for later', async () => {
  const { plan, pages } = await explain({
    ...firstWaiting,
    waitsUntil: new Date(now.getTime() - 500_000),
  });
  expect(plan).toContain('enrolment_waits_until_id_idx');
  expect(plan).not.toMatch(/Seq Scan|Sort|Rows Removed/);
  expect(plan).toMatch(/actual rows=50[0-2](\.00)? loops=1/);
  expect(pages).toBeLessThan(100);
});

it('nor anybody where nobody is due', async () => {
  const { plan, pages } = await explain({ ...firstWaiting, waitsUntil: now });
  expect(plan).toContain('enrolment_waits_until_id_idx');
  expect(pages).toBeLessThan(10);
});

it('after a long time off it reads one portion at a time', async () => {
  const { plan, pages } = await explain(firstWaiting);
  expect(plan).toContain('enrolment_waits_until_id_idx');
  expect(plan).toMatch(/actual rows=10000(\.00)? loops=1/);
  expect(pages).toBeLessThan(1_500);
});
