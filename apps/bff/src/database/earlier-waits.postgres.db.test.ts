import { Pool } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-context.ts';
import { migrate, readMigrations } from './migrate.ts';

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

it('whoever waited in a database of an earlier version still waits, with the way they came', async () => {
  const migrations = await readMigrations();
  const before = migrations.findIndex(({ name }) => name.endsWith('_wait_groups'));
  expect(before).toBeGreaterThan(0);
  await migrate(pool, migrations.slice(0, before));
  const [projectId, runId, customerId] = [newId(), newId(), newId()];
  const until = new Date('2026-12-24T18:00:00Z');
  const add = (count: number, waitsUntil: Date | null, path: string) =>
    pool.query(
      `INSERT INTO enrolment (id, project_id, run_id, customer_id, node_id, waits_until, path)
       SELECT new_uuid(), $1, $2, $3, 'wait', $4, $5 FROM generate_series(1, $6::int)`,
      [projectId, runId, customerId, waitsUntil, path, count],
    );
  await add(2_500, until, '[[1,"out",1764000000],[2,"match",1764000000,["0.0","Ko, \\"š\\"],"]]]');
  await add(1, new Date('2026-12-25T18:00:00Z'), '[[1,"out",5,12.50]]');
  await add(3, null, '[]');
  await migrate(pool, migrations);

  const { rows: groups } = await pool.query(
    `SELECT waits_until AS until, size, run_id = $1 AND node_id = 'wait' AND cardinality(enrolment_ids) = size AS fits
     FROM wait_group ORDER BY waits_until, size`,
    [runId],
  );
  expect(groups).toEqual([
    { until, size: 500, fits: true },
    { until, size: 1_000, fits: true },
    { until, size: 1_000, fits: true },
    { until: new Date('2026-12-25T18:00:00Z'), size: 1, fits: true },
  ]);
  const { rows: own } = await pool.query<{ count: number }>(
    `SELECT count(DISTINCT own)::int FROM wait_group w CROSS JOIN LATERAL unnest(w.enrolment_ids) AS own
     JOIN enrolment e ON e.id = own AND e.waits_until = w.waits_until`,
  );
  expect(own[0]?.count).toBe(2_501);
  const { rows: ways } = await pool.query(
    `SELECT way_taken(path)::text AS way, way_taken(path || '[3,"out",9],')::text AS later, count(*)::int
     FROM enrolment GROUP BY path ORDER BY 3`,
  );
  expect(ways).toEqual([
    { way: '[[1, "out", 5, 12.50]]', later: '[[1, "out", 5, 12.50], [3, "out", 9]]', count: 1 },
    { way: '[]', later: '[[3, "out", 9]]', count: 3 },
    {
      way: '[[1, "out", 1764000000], [2, "match", 1764000000, ["0.0", "Ko, \\"š\\"],"]]]',
      later: '[[1, "out", 1764000000], [2, "match", 1764000000, ["0.0", "Ko, \\"š\\"],"]], [3, "out", 9]]',
      count: 2_500,
    },
  ]);
});
