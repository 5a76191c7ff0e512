import type { PoolClient } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { addTestCustomers } from '../../testing/add-test-customers.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { until } from '../../testing/until.ts';
import { writeAttributes, writeConsents } from './change-by-id.ts';

let test: TestContext;
let context: AppContext;
let projectId: string;
let ids: readonly string[];

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
beforeEach(async () => {
  ({ projectId } = await createTestProject(context));
  ids = (await addTestCustomers(context, projectId, [{}, {}, {}])).toSorted();
});
afterAll(() => test.stop());

const isWaiting = async (): Promise<boolean> => {
  const { rowCount } = await context.database.pool.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rowCount !== 0;
};

/** Somebody has the first customer; while a writer waits for it the last one is still to be had. */
const expectOrder = async (
  take: (connection: PoolClient, customerId: string) => Promise<unknown>,
  write: (connection: PoolClient) => Promise<void>,
): Promise<void> => {
  const [first = '', , last = ''] = ids;
  const other = await context.database.pool.connect();
  try {
    await other.query('BEGIN');
    await other.query(`SET LOCAL lock_timeout = '1s'`);
    await take(other, first);
    const written = context.database.transaction(write);
    await until(isWaiting);
    await take(other, last);
    await other.query('COMMIT');
    await written;
  } finally {
    other.release();
  }
};

it.each([
  ['points', 'points'],
  ['phone', 'points'],
  ['points', 'phone'],
] as const)('writes attributes of customers in order of id (%s, %s)', async (one, other) => {
  const [first = '', , last = ''] = ids;
  const settings = { projectId, defaultCountry: null, now: new Date() };
  await expectOrder(
    (connection, id) => connection.query('SELECT FROM customer WHERE id = $1 FOR NO KEY UPDATE', [id]),
    (connection) =>
      writeAttributes(connection, settings, [
        { customerId: last, values: { [one]: '1' } },
        { customerId: first, values: { [other]: '1' } },
      ]),
  );
});

it('writes consents in order of customers', async () => {
  const [first = '', , last = ''] = ids;
  const { rows } = await context.database.pool.query<{ id: string }>(
    `INSERT INTO consent_category (id, project_id, name, kind) VALUES ($1, $2, 'News', 'consent') RETURNING id`,
    [newId(), projectId],
  );
  const categoryId = rows[0]?.id ?? '';
  const give = (connection: PoolClient, customerIds: readonly string[]): Promise<void> =>
    writeConsents(
      connection,
      { projectId, now: new Date(), source: 'test' },
      customerIds.map((customerId) => ({ customerId, categoryId, isGranted: true, validUntil: null })),
    );
  await expectOrder(
    (connection, id) => give(connection, [id]),
    (connection) => give(connection, [last, first]),
  );
});
