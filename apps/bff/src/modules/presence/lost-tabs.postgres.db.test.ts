import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { until } from '../../testing/until.ts';
import { reportPresence } from './service.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const isAnyoneWaiting = async (): Promise<boolean> => {
  const { rowCount } = await context.database.pool.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rowCount !== 0;
};

it('holds no lost tab of others while it waits for its own', async () => {
  const { projectId, scenarioId, userId } = await createTestCampaign(context, { document: createDocument() });
  const report = (tabId: string) =>
    reportPresence(
      context,
      { projectId, scenarioId, userId, tabId },
      { userName: 'Jana', nodeId: null, isLeaving: false },
    );
  await report('mine');
  await report('lost');
  await context.database.pool.query(`UPDATE scenario_presence SET seen_at = now() - interval '2 minutes'`);
  const lock = 'SELECT FROM scenario_presence WHERE scenario_id = $1 AND tab_id = $2 FOR UPDATE NOWAIT';
  // Another server is just deleting the first one.
  const other = await context.database.pool.connect();
  await other.query('BEGIN');
  await other.query(lock, [scenarioId, 'mine']);
  const reported = report('mine');
  await until(isAnyoneWaiting);
  await other.query(lock, [scenarioId, 'lost']);
  await other.query('COMMIT');
  other.release();
  expect((await reported).others).toEqual([]);
});
