import type { PoolClient } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import { addTestCustomers } from '../../testing/add-test-customers.ts';
import { createTestProject } from '../../testing/create-test-project.ts';
import { isAnyoneWaiting } from '../../testing/is-anyone-waiting.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { until } from '../../testing/until.ts';
import { writeAttributes, writeConsents } from './change-by-id.ts';
import { loadNeededFacts } from './service.ts';

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

/** Somebody has the first customer: whether the last one is still to be had while a writer waits for the first. */
const isLastFree = async (
  take: (connection: PoolClient, customerId: string) => Promise<unknown>,
  write: (connection: PoolClient) => Promise<void>,
): Promise<boolean> => {
  const [first = '', , last = ''] = ids;
  const other = await context.database.pool.connect();
  try {
    await other.query('BEGIN');
    await other.query(`SET LOCAL lock_timeout = '1s'`);
    await take(other, first);
    const written = context.database.transaction(write);
    await until(() => isAnyoneWaiting(context));
    const isFree = await take(other, last).then(
      () => true,
      () => false,
    );
    await other.query('ROLLBACK');
    await written;
    return isFree;
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
  const isFree = await isLastFree(
    (connection, id) => connection.query('SELECT FROM customer WHERE id = $1 FOR NO KEY UPDATE', [id]),
    async (connection) => {
      await loadNeededFacts(
        connection,
        { projectId, customerIds: [last, first], holds: true },
        { attributes: [], ids: false, consents: false },
      );
      await writeAttributes(connection, settings, [
        { customerId: last, values: { [one]: '1' } },
        { customerId: first, values: { [other]: '1' } },
      ]);
    },
  );
  expect(isFree).toBe(true);
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
  const isFree = await isLastFree(
    (connection, id) => give(connection, [id]),
    (connection) => give(connection, [last, first]),
  );
  expect(isFree).toBe(true);
});
