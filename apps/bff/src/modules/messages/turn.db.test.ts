import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { countStatuses } from '../../testing/campaign-counts.ts';
import { dispatchAll, enqueueMessages } from '../../testing/enqueue-messages.ts';
import {
  acceptBatch,
  startFakeOperator,
  type FakeOperator,
  type OperatorAnswer,
} from '../../testing/fake-operator.ts';
import { readJobs } from '../../testing/queued-jobs.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { dispatch } from './dispatch.ts';

// As many requests at once as a turn makes.
const atOnce = 8;

let test: TestContext;
let context: AppContext;
let operator: FakeOperator;
let nowMs = Date.UTC(2026, 10, 30, 9);

beforeAll(async () => {
  test = await createTestContext({ now: () => new Date(nowMs) });
  ({ context } = test);
});
afterAll(() => test.stop());
beforeEach(async () => {
  nowMs += 86_400_000;
  operator = await startFakeOperator();
});
afterEach(() => operator.stop());

/** Forty messages in one job, each of a sender of its own, so that each is a request of its own. */
const enqueue = async (): Promise<{ campaign: TestCampaign; job: JobOf<'dispatch'> }> => {
  const { campaign, jobs } = await enqueueMessages(context, {
    operatorUrl: operator.url,
    customers: manyCustomers(40),
  });
  await context.database.pool.query(
    `UPDATE message m SET sender = 'Shop' || n.place
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM message WHERE project_id = $1) n WHERE n.id = m.id`,
    [campaign.projectId],
  );
  const [job] = jobs;
  if (!job) throw new Error('nothing is to be sent');
  return { campaign, job };
};

const circuitOf = async ({ integrationId }: TestCampaign) => {
  const { rows } = await context.database.pool.query<{ failures: number; heldMs: number | null }>(
    `SELECT failures, (extract(epoch FROM held_until) * 1000 - $2)::int AS "heldMs" FROM integration WHERE id = $1`,
    [integrationId, nowMs],
  );
  return rows[0];
};

it.each<[string, OperatorAnswer, { waiting: number; heldMs: number }]>([
  ['asks for a pause', { status: 429, headers: { 'retry-after': '120' } }, { waiting: 40, heldMs: 120_000 }],
  [
    'asks for two hours',
    { status: 429, headers: { 'retry-after': '7200' } },
    { waiting: 40, heldMs: 3_600_000 },
  ],
  ['refuses the account', { status: 401 }, { waiting: 40, heldMs: 60_000 }],
  ['answers nonsense', { status: 502 }, { waiting: 32, heldMs: 30_000 }],
])(
  'an operator that %s in the middle of a turn is called no more in it; all others wait for the end of that',
  async (_, answer, { waiting, heldMs }) => {
    const { campaign, job } = await enqueue();
    operator.answer(() => answer);
    await dispatch(context, job);
    expect(operator.calls).toHaveLength(atOnce);
    expect(await countStatuses(context, campaign)).toEqual({
      enqueued: waiting,
      ...(waiting < 40 ? { sending: 40 - waiting } : {}),
    });
    expect(await circuitOf(campaign)).toMatchObject({ heldMs });
    const rest = (await readJobs(context, 'dispatch')).filter(({ data }) => data.messageIds.length > 1);
    expect(rest.map(({ data }) => data.messageIds.length)).toEqual([40 - atOnce]);
    expect(rest[0]?.dueInSeconds).toBeCloseTo(heldMs / 1_000, 0);
    await context.database.pool.query('DELETE FROM job.job');
  },
);

it('failures among successes are not five in a row', async () => {
  const { campaign, job } = await enqueue();
  operator.answer((call, index) => (index % 4 === 0 ? { status: 503 } : acceptBatch(call)));
  await dispatch(context, job);
  expect(operator.calls).toHaveLength(40);
  expect(await circuitOf(campaign)).toMatchObject({ heldMs: null });
  expect(await countStatuses(context, campaign)).toEqual({ sent: 30, enqueued: 10 });
  await context.database.pool.query('DELETE FROM job.job');
});

it('an operator that will not have one request as it is has not failed', async () => {
  const { campaign, job } = await enqueue();
  await context.database.pool.query(`UPDATE message SET sender = 'Shop' WHERE project_id = $1`, [
    campaign.projectId,
  ]);
  const refusal = {
    status: 400,
    body: { code: 'syntax_invalid_parameter_format', text: 'Sender is not allowed' },
  };
  operator.answer(() => refusal);
  await dispatch(context, job);
  for (let round = 0; round < 4; round += 1) await dispatchAll(context);
  expect(operator.calls.length).toBeGreaterThan(10);
  expect(await circuitOf(campaign)).toEqual({ failures: 0, heldMs: null });
  await context.database.pool.query('DELETE FROM job.job');
});

it('a turn that is to stop waits for the requests that have left, and makes no other', async () => {
  const { campaign, job } = await enqueue();
  const stopping = new AbortController();
  operator.answer((call) => {
    stopping.abort();
    return acceptBatch(call);
  });
  await dispatch(context, job, { signal: stopping.signal });
  expect(operator.calls).toHaveLength(atOnce);
  expect(await countStatuses(context, campaign)).toEqual({ sent: atOnce, enqueued: 40 - atOnce });
  const [rest] = await readJobs(context, 'dispatch');
  expect(rest?.dueInSeconds).toBeLessThanOrEqual(0);
  // Another process has the rest.
  await dispatchAll(context);
  expect(await countStatuses(context, campaign)).toEqual({ sent: 40 });
});
