import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import {
  createTestDatabase,
  openTestContext,
  type TestContext,
  type TestDatabase,
} from '../../testing/test-context.ts';
import { trackForEach } from '../../testing/track-for-each.ts';
import { startWorkers } from '../../workers.ts';
import { describeRun } from '../runs/progress.ts';
import { startScenario } from '../runs/start.ts';
import { routeEvents } from '../triggers/route-events.ts';
import { walkEnrolments } from './walk-job.ts';

const people = 3_000;
const dayMs = 86_400_000;
let offset = 0;
let database: TestDatabase;
const opened: TestContext[] = [];

const open = async (): Promise<TestContext> => {
  const context = await openTestContext(database, { now: () => new Date(Date.now() + offset) });
  opened.push(context);
  return context;
};

beforeAll(async () => {
  database = await createTestDatabase();
});
// Workers of one test must not take the jobs of the next.
afterEach(async () => {
  for (const context of opened.splice(0)) await context.stop();
});
afterAll(() => database.drop());

const document = drawDocument(
  [
    ['now', 'now'],
    ['limit', 'limit', { most: 2_000 }],
    ['split', 'split'],
    [
      'count',
      'set_attribute',
      { attributes: [{ name: 'seen', type: 'number', value: '{{ customer.seen|default(0) + 1 }}' }] },
    ],
    ['wait', 'wait', { mode: 'duration', duration: { amount: 1, unit: 'days' } }],
    ['event', 'track_event', { event: 'passed' }],
    ['late', 'track_event', { event: 'too late' }],
  ],
  [
    'now > limit',
    'limit.pass > split',
    'limit.full > late',
    'split.a > count',
    'split.b > count',
    'count > wait',
    'wait > event',
  ],
);

it('two workers on one database do everything once, also when one of them goes and comes back', async () => {
  const first = await open();
  const { context } = first;
  const { pool } = context.database;
  const campaign = await createTestCampaign(context, { document, customers: manyCustomers(people) });
  const { id: runId } = await startScenario(context, campaign.start);
  const { projectId, scenarioId } = campaign;
  const run = () => describeRun(context, { projectId, scenarioId, runId });
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    const end = performance.now() + 45_000;
    while (!(await isSo())) {
      if (performance.now() > end) throw new Error('it does not come to its end');
      await wait(100);
    }
  };
  const waiting = async (): Promise<number> =>
    (await run()).nodes.find(({ nodeId }) => nodeId === 'wait')?.waiting ?? 0;

  const one = await startWorkers(context);
  const second = await open();
  const two = await startWorkers(second.context);
  await until(async () => (await waiting()) > 0);
  // Its jobs in hand are finished, the rest is left to the other.
  await two.stop();
  opened.splice(opened.indexOf(second), 1);
  await second.stop();
  await until(async () => (await waiting()) === 2_000);
  const third = await open();
  const back = await startWorkers(third.context);
  offset = dayMs + 60_000;
  await until(async () => (await run()).walked === people);
  await back.stop();
  await one.stop();

  expect(await run()).toMatchObject({ status: 'finished', enrolled: people, walked: people });
  const { rows: events } = await pool.query(
    `SELECT type, count(*)::int, count(DISTINCT customer_id)::int AS customers FROM customer_event
     WHERE project_id = $1 GROUP BY 1 ORDER BY 1`,
    [projectId],
  );
  expect(events).toEqual([
    { type: 'passed', count: 2_000, customers: 2_000 },
    { type: 'too late', count: 1_000, customers: 1_000 },
  ]);
  const { rows: seen } = await pool.query(
    `SELECT attributes->'seen' AS seen, count(*)::int FROM customer WHERE project_id = $1 GROUP BY 1 ORDER BY 2`,
    [projectId],
  );
  expect(seen).toEqual([
    { seen: null, count: 1_000 },
    { seen: 1, count: 2_000 },
  ]);
  const { nodes } = await run();
  const split = nodes.find(({ nodeId }) => nodeId === 'split')?.outputs.map(({ count }) => count) ?? [];
  expect(split.reduce((sum, count) => sum + count, 0)).toBe(2_000);
  expect(Math.min(...split)).toBeGreaterThan(800);
});

const counting = drawDocument(
  [
    ['on', 'on_event', { event: 'visit' }],
    [
      'count',
      'set_attribute',
      { attributes: [{ name: 'seen', type: 'number', value: '{{ customer.seen|default(0) + 1 }}' }] },
    ],
    ['counted', 'track_event', { event: 'counted' }],
  ],
  ['on > count', 'count > counted'],
);

/** Customers of a run that counts their visits. */
const startCounting = async (context: AppContext) => {
  const campaign = await createTestCampaign(context, { document: counting, customers: manyCustomers(50) });
  const { id: runId } = await startScenario(context, campaign.start);
  const { projectId, scenarioId } = campaign;
  return {
    /** Each of them comes once more; the walks that are to be made of it. */
    visit: async (): Promise<JobOf<'walk'>[]> => {
      await trackForEach(context, campaign, 'visit');
      await routeEvents(context);
      return takeJobs(context, 'walk');
    },
    /** How many have been seen how often. */
    seen: async (): Promise<unknown[]> => {
      const { rows } = await context.database.pool.query(
        `SELECT attributes->'seen' AS seen, count(*)::int FROM customer WHERE project_id = $1 GROUP BY 1`,
        [projectId],
      );
      return rows;
    },
    tracked: async (): Promise<number> => {
      const { rows } = await context.database.pool.query<{ count: number }>(
        `SELECT count(*)::int FROM customer_event WHERE project_id = $1 AND type = 'counted'`,
        [projectId],
      );
      return rows[0]?.count ?? 0;
    },
    progress: () => describeRun(context, { projectId, scenarioId, runId }),
  };
};

it('two walks of one customer at once write on what the other has written', async () => {
  const { context } = await open();
  const { visit, seen } = await startCounting(context);
  const jobs = [...(await visit()), ...(await visit()), ...(await visit())];
  await Promise.all(jobs.map((job) => walkEnrolments(context, job)));
  expect(await seen()).toEqual([{ seen: 3, count: 50 }]);
});

it('a walk that is made several times at once is made once', async () => {
  const { context } = await open();
  const { visit, seen, tracked, progress } = await startCounting(context);
  const jobs = await visit();
  // All of them read where the customers stand before the first has written where they go.
  await Promise.all([1, 2, 3, 4].flatMap(() => jobs.map((job) => walkEnrolments(context, job))));
  expect(await seen()).toEqual([{ seen: 1, count: 50 }]);
  expect(await tracked()).toBe(50);
  const run = await progress();
  expect(run).toMatchObject({ enrolled: 50, walked: 50 });
  expect(run.nodes.map(({ entered, left }) => [entered, left])).toEqual([
    [50, 50],
    [50, 50],
    [50, 50],
  ]);
});
