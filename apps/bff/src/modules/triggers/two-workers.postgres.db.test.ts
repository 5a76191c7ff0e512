import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ScenarioDocument } from '@curlew/scenario';
import { drawDocument, type DrawnNode } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { isAnyoneWaiting } from '../../testing/is-anyone-waiting.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { trackForEach } from '../../testing/track-for-each.ts';
import { until } from '../../testing/until.ts';
import { describeRun } from '../runs/progress.ts';
import { startScenario } from '../runs/start.ts';
import { lookForEvents } from '../walk/look-for-events.ts';
import { walkEnrolments } from '../walk/walk-job.ts';
import { enrolNamed } from './enrol-named.ts';
import { fireTrigger } from './fire-trigger.ts';
import { routeEvents } from './route-events.ts';

const clock = { now: 0 };
const people = 40;
let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext({ now: () => new Date(clock.now) });
  ({ context } = test);
});
beforeEach(async () => {
  clock.now = Date.parse('2026-11-23T10:00:00Z');
  for (const queue of ['walk', 'fireTrigger', 'lookForEvents'] as const) await takeJobs(context, queue);
});
afterAll(() => test.stop());

type Begun = TestCampaign & { readonly runId: string };

const begin = async (document: ScenarioDocument): Promise<Begun> => {
  const campaign = await createTestCampaign(context, { document, customers: manyCustomers(people) });
  const { id: runId } = await startScenario(context, campaign.start);
  return { ...campaign, runId };
};

const run = ({ projectId, scenarioId, runId }: Begun) =>
  describeRun(context, { projectId, scenarioId, runId });

const startedBy = (...triggers: readonly DrawnNode[]): ScenarioDocument =>
  drawDocument(
    [...triggers, ['sms', 'sms']],
    triggers.map(([id]) => `${id} > sms`),
  );

/** How often each customer entered. */
const entries = async ({ runId }: Begun): Promise<readonly number[]> => {
  const { rows } = await context.database.pool.query<{ times: number }>(
    'SELECT count(*)::int AS times FROM enrolment WHERE run_id = $1 GROUP BY customer_id ORDER BY 1',
    [runId],
  );
  return rows.map(({ times }) => times);
};

const once = Array.from({ length: people }, () => 1);

describe('two workers', () => {
  it('let in once at one moment of Repeat, and queue one next moment', async () => {
    const begun = await begin(startedBy(['each', 'repeat', { cron: '0 11 * * *', timeZone: 'project' }]));
    clock.now = Date.parse('2026-11-23T11:00:00Z');
    const [job] = await takeJobs(context, 'fireTrigger');
    if (!job) throw new Error('a moment was expected');
    await Promise.all([fireTrigger(context, job), fireTrigger(context, job)]);
    expect(await entries(begun)).toEqual(once);
    expect((await readJobs(context, 'fireTrigger')).map(({ data }) => data.dueAt)).toEqual([
      Date.parse('2026-11-24T11:00:00Z'),
    ]);
  });

  it('that come to the last two dates of a run at once leave it closed', async () => {
    const date = { date: '2026-11-23', time: '11:00', timeZone: 'project' } as const;
    const begun = await begin(startedBy(['one', 'on_date', date], ['other', 'on_date', date]));
    clock.now = Date.parse('2026-11-23T11:00:00Z');
    const jobs = await takeJobs(context, 'fireTrigger');
    await Promise.all(jobs.map((job) => fireTrigger(context, job)));
    expect(await run(begun)).toMatchObject({ isOpen: false, enrolled: 2 * people });
    const walks = await takeJobs(context, 'walk');
    await Promise.all(walks.map((job) => walkEnrolments(context, job)));
    expect(await run(begun)).toMatchObject({ status: 'finished', walked: 2 * people });
  });

  it('keep to re-entry, by events and by calls, in whatever order customers come', async () => {
    const reentry = { mode: 'once', days: 0 } as const;
    const begun = await begin(
      startedBy(
        ['on', 'on_event', { event: 'visit', reentry }],
        ['other', 'on_event', { event: 'visit', reentry }],
      ),
    );
    const { customerIds } = begun;
    for (const ids of [customerIds, customerIds.toReversed(), customerIds])
      await trackForEach(context, { ...begun, customerIds: ids }, 'visit');
    await Promise.all([routeEvents(context), routeEvents(context)]);
    expect(await entries(begun)).toEqual(once.map(() => 2));
  });

  it('let in whom two calls name at once once for one key', async () => {
    const begun = await begin(startedBy(['call', 'api']));
    const { projectId, scenarioId, customerIds } = begun;
    await context.database.pool.query(
      `INSERT INTO customer_identifier (project_id, kind, value, customer_id)
       SELECT $1, 'registered', id::text, id FROM unnest($2::uuid[]) AS id`,
      [projectId, customerIds],
    );
    const call = (ids: readonly string[]) =>
      enrolNamed(context, {
        projectId,
        scenarioId,
        customers: ids.map((value) => ({ kind: 'registered', value })),
        key: 'order 7',
      });
    const replies = await Promise.all([call(customerIds), call(customerIds.toReversed())]);
    expect(replies.map(({ entered }) => entered).toSorted((one, other) => one - other)).toEqual([0, people]);
    expect(await run(begun)).toMatchObject({ enrolled: people });
  });
});

it('an event that comes and is looked at while its customer is being parked ends the wait', async () => {
  const begun = await begin(
    drawDocument(
      [
        ['now', 'now'],
        ['limit', 'limit', { most: 1_000 }],
        ['wait', 'wait', { mode: 'event', event: 'paid', timeout: { amount: 1, unit: 'days' } }],
        ['thanks', 'sms'],
      ],
      ['now > limit', 'limit.pass > wait', 'wait.event > thanks'],
    ),
  );
  // The walk has its customers and its moment, and stands still before the Limit.
  const other = await context.database.pool.connect();
  await other.query('BEGIN');
  await other.query(`INSERT INTO limit_count (run_id, node_id, project_id) VALUES ($1, 'limit', $2)`, [
    begun.runId,
    begun.projectId,
  ]);
  const walks = Promise.all((await takeJobs(context, 'walk')).map((job) => walkEnrolments(context, job)));
  await until(() => isAnyoneWaiting(context));
  clock.now += 100;
  await trackForEach(context, begun, 'paid');
  await routeEvents(context);
  expect(await readJobs(context, 'walk')).toEqual([]);
  await other.query('COMMIT');
  other.release();
  await walks;
  for (const job of await takeJobs(context, 'lookForEvents')) await lookForEvents(context, job);
  for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
  const outputs = (await run(begun)).nodes.find(({ nodeId }) => nodeId === 'wait')?.outputs;
  expect(outputs).toEqual([{ id: 'event', count: people }]);
});
