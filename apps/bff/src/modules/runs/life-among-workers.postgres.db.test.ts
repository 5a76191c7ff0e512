import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import {
  createTestDatabase,
  openTestContext,
  type TestContext,
  type TestDatabase,
} from '../../testing/test-context.ts';
import { trackForEach } from '../../testing/track-for-each.ts';
import { until } from '../../testing/until.ts';
import { startWorkers } from '../../workers.ts';
import { saveDraft } from '../scenarios/service.ts';
import { pauseScenario, resumeScenario } from './life-cycle.ts';
import { describeLatestRun } from './progress.ts';
import { publishScenario } from './publish.ts';
import { startScenario } from './start.ts';

const people = 1_000;
let database: TestDatabase;
const opened: TestContext[] = [];

const open = async (): Promise<TestContext> => {
  const context = await openTestContext(database);
  opened.push(context);
  return context;
};

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  for (const context of opened) await context.stop();
  await database.drop();
});

const document = drawDocument(
  [
    ['now', 'now'],
    ['on', 'on_event', { event: 'join' }],
    ['wait', 'wait', { mode: 'event', event: 'go', timeout: { amount: 1, unit: 'days' } }],
    [
      'count',
      'set_attribute',
      { attributes: [{ name: 'passed', type: 'number', value: '{{ customer.passed|default(0) + 1 }}' }] },
    ],
    ['told', 'track_event', { event: 'told' }],
    ['late', 'track_event', { event: 'late' }],
  ],
  ['now > wait', 'on > wait', 'wait.event > count', 'count > told', 'wait.timeout > late'],
);

it('pauses, and versions that take everyone over, lose nobody and do nothing twice while two workers work', async () => {
  const { context } = await open();
  const workers = [await startWorkers(context), await startWorkers((await open()).context)];
  const campaign = await createTestCampaign(context, { document, customers: manyCustomers(people) });
  const { projectId, scenarioId, userId, customerIds, start } = campaign;
  const request = { projectId, scenarioId, by: { userId } };
  const track = (type: string, ids: readonly string[]): Promise<void> =>
    trackForEach(context, { projectId, customerIds: ids }, type);
  await startScenario(context, start);
  let { revision } = start;
  // Everyone comes by Now, and half of them a second time by an event.
  for (let round = 0; round < 10; round += 1) {
    const some = customerIds.slice((round * people) / 10, ((round + 1) * people) / 10);
    await track('join', some.slice(0, some.length / 2));
    await pauseScenario(context, request);
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (round % 3 === 1) {
      const draft = { document, revision, by: start.by };
      ({ revision } = await saveDraft(context, { projectId, scenarioId }, draft));
      await publishScenario(context, { ...start, revision, inside: 'move' });
    }
    await resumeScenario(context, request);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const counted = async (type: string): Promise<number> => {
    const { rows } = await context.database.pool.query<{ count: number }>(
      'SELECT count(*)::int FROM customer_event WHERE project_id = $1 AND type = $2',
      [projectId, type],
    );
    return rows[0]?.count ?? 0;
  };
  const standing = async (node: string): Promise<number> => {
    const { rows } = await context.database.pool.query<{ count: number }>(
      `SELECT count(*)::int FROM enrolment WHERE project_id = $1 AND node_id = $2 AND status = 'active'`,
      [projectId, node],
    );
    return rows[0]?.count ?? 0;
  };
  await until(async () => (await standing('wait')) === people * 1.5);
  const going = track('go', customerIds);
  await pauseScenario(context, request);
  await going;
  await resumeScenario(context, request);
  await until(async () => (await counted('told')) === people * 1.5);
  for (const worker of workers) await worker.stop();

  expect(await counted('late')).toBe(0);
  const { rows } = await context.database.pool.query(
    `SELECT attributes->'passed' AS passed, count(*)::int FROM customer WHERE project_id = $1 GROUP BY 1 ORDER BY 1`,
    [projectId],
  );
  expect(rows).toEqual([
    { passed: 1, count: people / 2 },
    { passed: 2, count: people / 2 },
  ]);
  const run = await describeLatestRun(context, { projectId, scenarioId });
  expect(run).toMatchObject({ status: 'active', insideEarlier: 0 });
  expect((run?.enrolled ?? 0) - (run?.walked ?? 0)).toBe(0);
  expect(run?.nodes.find(({ nodeId }) => nodeId === 'wait')).toMatchObject({ waiting: 0 });
  const { rowCount } = await context.database.pool.query('SELECT FROM parked_job');
  expect(rowCount).toBe(0);
});
