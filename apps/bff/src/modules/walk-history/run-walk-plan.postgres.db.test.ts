import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Connection } from '../../database/database.ts';
import { newId } from '../../new-id.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { readRunWalks, readWindowEnd, type WalkFilter } from './run-walk-store.ts';

const walks = 200_000;
const size = 20_000;
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const runId = newId();
let test: TestContext;

// Each customer walked once through each of two runs; every hundredth was refused a message.
beforeAll(async () => {
  test = await createTestContext();
  const { pool } = test.context.database;
  await pool.query(
    `INSERT INTO customer (id, project_id, search_text)
     SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $1, 'customer ' || n || '.'
     FROM generate_series(1, $2::int) n`,
    [runId, walks],
  );
  await pool.query(
    `INSERT INTO enrolment (id, project_id, run_id, customer_id, node_id, path)
     SELECT ('01900000-0000-7000-8000-' || lpad(to_hex(2 * n + CASE WHEN run = $1::uuid THEN 0 ELSE 1 END), 12, '0'))::uuid,
       $1, run, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'wait',
       '[1,"out",5],'
         || jsonb_build_array(2, 'out', 6, CASE WHEN n % 100 = 0 THEN 'no_phone' ELSE 'enqueued' END)::text || ','
     FROM generate_series(1, $3::int) n, unnest(ARRAY[$1::uuid, $2::uuid]) run`,
    [runId, newId(), walks],
  );
  await pool.query('ANALYZE enrolment, customer');
}, 120_000);
afterAll(() => test.stop());

const wanted: WalkFilter = {
  node: { id: 'sms', number: 2 },
  output: null,
  refusal: null,
  state: null,
  customerId: null,
  search: null,
};

/** How the database reads a window, and how many rows it looks at. */
const explain = async (filter: WalkFilter, limit: number): Promise<{ plan: string; found: number }> => {
  const { pool } = test.context.database;
  const from = await readWindowEnd(pool, { runId, before: lastId, size });
  const lines: string[] = [];
  const query = async (sql: string, values: unknown[]) => {
    const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN (ANALYZE, TIMING OFF) ${sql}`,
      values,
    );
    lines.push(...rows.map((row) => row['QUERY PLAN']));
    return pool.query(sql, values);
  };
  // Stands in for a connection of which only this is used.
  const connection = { query } as unknown as Connection;
  const place = { projectId: runId, runId, before: lastId, from, since: null };
  const rows = await readRunWalks(connection, place, { filter, limit });
  return { plan: lines.join('\n'), found: rows.length };
};

it.each([
  ['a search that finds one', { search: ['%customer 199999.%'] }, 1],
  ['a search that finds nobody there', { search: ['%customer 77.%'] }, 0],
  ['a search that finds all', { search: ['%customer%'] }, 51],
  ['a refusal', { refusal: 'no_phone' }, 51],
  ['a refusal and a search', { refusal: 'no_phone', search: ['%customer 199900.%'] }, 1],
  ['an output', { output: 'out' }, 51],
] as const)('%s reads the walks of its window and the customers of those', async (_, given, found) => {
  const read = await explain({ ...wanted, ...given }, 51);
  expect(read.found).toBe(found);
  expect(read.plan).toContain('enrolment_run_id_id_idx');
  expect(read.plan).toContain('customer_pkey');
  expect(read.plan).not.toMatch(/Seq Scan/);
});
