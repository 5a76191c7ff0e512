import type { PoolClient } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { preferIndexes } from '../../database/prefer-indexes.ts';
import { newId } from '../../new-id.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { writeAttributes } from '../customers/change-by-id.ts';
import { readEventFacts } from '../customers/read-event-facts.ts';
import { loadNeededFacts } from '../customers/service.ts';
import { readAwaiting } from '../triggers/listener-store.ts';
import { readEnrolments, updatePlaces } from './store.ts';

const people = 60_000;
const batch = 500;
let test: TestContext;

const addPeople = async (projectId: string, runId: string): Promise<void> => {
  const { pool } = test.context.database;
  await pool.query(
    `INSERT INTO customer (id, project_id, attributes, search_text)
     SELECT new_uuid(), $1, '{"first_name":"Ann"}', '' FROM generate_series(1, $2::int)`,
    [projectId, people],
  );
  await pool.query(
    `INSERT INTO enrolment (id, project_id, run_id, customer_id, node_id, awaits)
     SELECT new_uuid(), $1, $2, id, 'wait', 'told' FROM customer WHERE project_id = $1`,
    [projectId, runId],
  );
  await pool.query(
    `INSERT INTO customer_identifier (project_id, customer_id, kind, value)
     SELECT $1, id, 'registered', id::text FROM customer WHERE project_id = $1`,
    [projectId],
  );
  await pool.query(
    `INSERT INTO customer_event (id, project_id, customer_id, type, timestamp, properties)
     SELECT id, $1, id, 'told', now(), '{}' FROM customer WHERE project_id = $1`,
    [projectId],
  );
};

const tables = ['customer', 'enrolment', 'customer_identifier', 'customer_event'];
const [known, fresh] = [newId(), newId()];
const [knownRun, freshRun] = [newId(), newId()];

// What the planner knows of the tables is older than a project as large as all that it knows.
beforeAll(async () => {
  test = await createTestContext();
  const { pool } = test.context.database;
  for (const table of tables) await pool.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
  await addPeople(known, knownRun);
  await pool.query(`ANALYZE ${tables.join(', ')}`);
  await addPeople(fresh, freshRun);
}, 120_000);
afterAll(() => test.stop());

/** The most rows that a step of the plans of some statements gives or throws away. */
const mostRows = async (work: (connection: PoolClient) => Promise<unknown>, prefers = true) => {
  const connection = await test.context.database.pool.connect();
  const lines: string[] = [];
  try {
    await connection.query('BEGIN');
    if (prefers) await preferIndexes(connection);
    const query = async (sql: string, values: unknown[]): Promise<unknown> => {
      const { rows } = await connection.query<{ 'QUERY PLAN': string }>(
        `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF) ${sql}`,
        values,
      );
      lines.push(...rows.map((row) => row['QUERY PLAN']));
      return connection.query(sql, values);
    };
    // Stands in for a connection of which only this is used.
    await work({ query } as unknown as PoolClient);
  } finally {
    await connection.query('ROLLBACK');
    connection.release();
  }
  const counts = lines.flatMap((line) => [
    ...[...line.matchAll(/actual rows=([\d.]+) loops=(\d+)/g)].map(
      ([, rows, loops]) => Number(rows) * Number(loops),
    ),
    ...[...line.matchAll(/Rows Removed by [A-Za-z ]+: (\d+)/g)].map(([, rows]) => Number(rows)),
  ]);
  return Math.max(...counts);
};

it('what walks and events ask of a project that the planner does not know yet are the rows they want', async () => {
  const { rows } = await test.context.database.pool.query<{ id: string; customerId: string }>(
    `SELECT id, customer_id AS "customerId" FROM enrolment WHERE run_id = $1 ORDER BY md5(id::text) LIMIT $2`,
    [freshRun, batch],
  );
  const ids = rows.map(({ id }) => id).toSorted();
  const customerIds = rows.map(({ customerId }) => customerId);
  const at = { runId: freshRun, nodeId: 'wait' };
  const facts = { attributes: ['first_name'], ids: true, consents: false };
  const asked = {
    read: await mostRows((connection) => readEnrolments(connection, { ...at, enrolmentIds: ids })),
    facts: await mostRows((connection) =>
      loadNeededFacts(connection, { projectId: fresh, customerIds, holds: false }, facts),
    ),
    held: await mostRows((connection) =>
      loadNeededFacts(connection, { projectId: fresh, customerIds, holds: true }, facts),
    ),
    written: await mostRows((connection) =>
      writeAttributes(
        connection,
        { projectId: fresh, defaultCountry: null, now: new Date() },
        customerIds.map((customerId, index) => ({ customerId, values: { seen: index } })),
      ),
    ),
    rewritten: await mostRows((connection) =>
      writeAttributes(
        connection,
        { projectId: fresh, defaultCountry: null, now: new Date() },
        customerIds.map((customerId) => ({ customerId, values: { first_name: 'Eve' } })),
      ),
    ),
    events: await mostRows((connection) => readEventFacts(connection, fresh, customerIds)),
    placed: await mostRows((connection) =>
      updatePlaces(
        connection,
        { ...at, at: new Date() },
        ids.map((id, index) => ({
          from: {
            id,
            customerId: id,
            visit: 1,
            enteredAt: new Date(),
            waitsUntil: null,
            awaits: 'told',
            eventId: null,
            depth: 0,
            variant: null,
            replaces: null,
          },
          nodeId: 'sms',
          visit: 2,
          isFinished: false,
          waitsUntil: null,
          awaits: null,
          ending: null,
          variant: null,
          steps: [[1, 'out', index % 7]],
        })),
      ),
    ),
    awaiting: await mostRows((connection) => readAwaiting(connection, { ...at, customerIds }), false),
  };
  for (const [what, most] of Object.entries(asked)) expect([what, most < 4 * batch]).toEqual([what, true]);
});
