import { expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { dispatchAll as dispatchQueued, enqueueMessages } from '../../testing/enqueue-messages.ts';
import { acceptBatch, type FakeOperator, type OperatorAnswer } from '../../testing/fake-operator.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { hurryMessages } from '../integrations/hurry-messages.ts';
import { noteOutcome } from '../integrations/service.ts';
import { describeLatestRun } from '../runs/progress.ts';
import { dispatch } from './dispatch.ts';
import { countStatuses } from '../../testing/campaign-counts.ts';
import { withFakeOperator } from '../../testing/with-fake-operator.ts';

let context: AppContext;
let operator: FakeOperator;
let nowMs = Date.UTC(2026, 10, 30, 9);

withFakeOperator(
  (ground) => {
    ({ context, operator } = ground);
  },
  { now: () => new Date(nowMs) },
);

/** A campaign whose messages wait to be sent. */
const enqueue = async (customers = 2): Promise<TestCampaign> => {
  const draft = { operatorUrl: operator.url, customers: manyCustomers(customers) };
  const { campaign, jobs } = await enqueueMessages(context, draft);
  await context.database.transaction((connection) =>
    context.jobs.send(connection, 'dispatch', { jobs, owner: campaign.projectId }),
  );
  return campaign;
};

const dispatchAll = (): Promise<void> => dispatchQueued(context);

const troublesOf = async ({ projectId, scenarioId }: TestCampaign) =>
  (await describeLatestRun(context, { projectId, scenarioId }))?.troubles;

const statuses = (campaign: TestCampaign) => countStatuses(context, campaign);

it('an account at fault is not called again before its time, and everyone who looks is told', async () => {
  const campaign = await enqueue();
  operator.answer(() => ({ status: 401, body: { code: 'unauthorized', text: 'Bad token' } }));
  await dispatchAll();
  expect(operator.calls).toHaveLength(1);
  expect(await troublesOf(campaign)).toEqual([
    {
      name: 'Built-in carrier',
      error: expect.stringContaining('Bad token'),
      since: new Date(nowMs).toISOString(),
      until: new Date(nowMs + 60_000).toISOString(),
      through: null,
    },
  ]);
  // Nothing is sent by it, and nothing is lost: the job waits for the time.
  await dispatchAll();
  expect(operator.calls).toHaveLength(1);
  const [waiting] = await readJobs(context, 'dispatch');
  expect(waiting?.dueInSeconds).toBeCloseTo(60, 0);
  expect(await statuses(campaign)).toEqual({ enqueued: 2 });
  // Once a person has mended it they need not wait.
  await hurryMessages(context, context.database.pool, campaign.integrationId);
  expect((await readJobs(context, 'dispatch'))[0]?.dueInSeconds).toBeLessThan(30);
  operator.answer(acceptBatch);
  nowMs += 61_000;
  // One tries whether it is well again, and then the others go.
  await dispatchAll();
  expect(await statuses(campaign)).toEqual({ sent: 1, enqueued: 1 });
  expect(await troublesOf(campaign)).toEqual([]);
  await dispatchAll();
  expect(await statuses(campaign)).toEqual({ sent: 2 });
});

it('when its time is over one message tries, and nothing else goes before it is known what came of it', async () => {
  const first = await enqueue();
  operator.answer(() => ({ status: 503, headers: { 'retry-after': '7' } }));
  const jobs = await takeJobs(context, 'dispatch');
  for (const job of jobs) await dispatch(context, job);
  await takeJobs(context, 'dispatch');
  nowMs += 8_000;
  const before = operator.calls.length;
  operator.answer(async (call) => {
    // Whoever comes now waits.
    for (const job of jobs) await dispatch(context, job);
    return acceptBatch(call);
  });
  for (const job of jobs) await dispatch(context, job);
  expect(operator.calls.slice(before).map(({ to }) => to.length)).toEqual([1]);
  expect(await statuses(first)).toEqual({ sent: 1, enqueued: 1 });
});

it('a success beside a request after which the operator is to be left alone does not end that', async () => {
  const campaign = await enqueue();
  const { integrationId } = campaign;
  await context.database.pool.query('UPDATE integration SET failures = 1 WHERE id = $1', [integrationId]);
  operator.answer(async (call) => {
    const outcome = { kind: 'retry', afterMs: 60_000, error: 'busy', stopsQueue: false } as const;
    await noteOutcome(context, { integrationId, outcome, error: 'busy', isInTrouble: true });
    return acceptBatch(call);
  });
  await dispatchAll();
  expect(await statuses(campaign)).toEqual({ sent: 2 });
  expect(await troublesOf(campaign)).toMatchObject([
    { error: 'busy', until: new Date(nowMs + 60_000).toISOString() },
  ]);
});

it('an operator that asks for a pause gets it', async () => {
  const campaign = await enqueue();
  operator.answer(() => ({ status: 429, headers: { 'retry-after': '7' } }));
  await dispatchAll();
  expect(await troublesOf(campaign)).toMatchObject([{ until: new Date(nowMs + 7_000).toISOString() }]);
  const other = await enqueue();
  // The hold is of the integration, and not of the project or of everybody.
  expect(await troublesOf(other)).toEqual([]);
});

it.each<[string, OperatorAnswer]>([
  ['errors', { status: 503 }],
  ['silence', 'break'],
])(
  'after five %s in a row it is left alone, longer each time, and the first success ends it',
  async (_, answer) => {
    const campaign = await enqueue();
    const set = (sql: string) =>
      context.database.pool.query(`UPDATE integration SET ${sql} WHERE id = $1`, [campaign.integrationId]);
    await set('failures = 3');
    operator.answer(() => answer);
    await dispatchAll();
    expect(await troublesOf(campaign)).toEqual([]);
    await context.database.pool.query(
      `UPDATE message SET status = 'enqueued', batch_id = NULL WHERE project_id = $1`,
      [campaign.projectId],
    );
    const { rows } = await context.database.pool.query<{ id: string }>(
      'SELECT id FROM message WHERE project_id = $1',
      [campaign.projectId],
    );
    const job = { integrationId: campaign.integrationId, messageIds: rows.map(({ id }) => id) };
    await dispatch(context, job);
    expect(await troublesOf(campaign)).toMatchObject([{ until: new Date(nowMs + 30_000).toISOString() }]);
    await takeJobs(context, 'dispatch');
    nowMs += 31_000;
    await context.database.pool.query(
      `UPDATE message SET status = 'enqueued', batch_id = NULL WHERE project_id = $1`,
      [campaign.projectId],
    );
    await dispatch(context, job);
    expect(await troublesOf(campaign)).toMatchObject([{ until: new Date(nowMs + 60_000).toISOString() }]);
    await takeJobs(context, 'dispatch');
    nowMs += 61_000;
    operator.answer(acceptBatch);
    await context.database.pool.query(
      `UPDATE message SET status = 'enqueued', batch_id = NULL WHERE project_id = $1`,
      [campaign.projectId],
    );
    await dispatch(context, job);
    await dispatchAll();
    expect(await statuses(campaign)).toEqual({ sent: 2 });
    const { rows: after } = await context.database.pool.query(
      'SELECT failures, held_until AS held, trouble FROM integration WHERE id = $1',
      [campaign.integrationId],
    );
    expect(after).toEqual([{ failures: 0, held: null, trouble: null }]);
  },
);
