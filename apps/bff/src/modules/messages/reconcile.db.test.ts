import { afterEach, describe, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { dispatchAll, enqueueMessages } from '../../testing/enqueue-messages.ts';
import {
  acceptBatch,
  foundBatch,
  type FakeOperator,
  type OperatorAnswer,
} from '../../testing/fake-operator.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages, tally } from '../../testing/read-campaign.ts';
import { dispatch } from './dispatch.ts';
import { reconcile } from './reconcile.ts';
import { countStatuses, readSmsCounts } from '../../testing/campaign-counts.ts';
import { withFakeOperator } from '../../testing/with-fake-operator.ts';

let context: AppContext;
let operator: FakeOperator;

withFakeOperator((ground) => {
  ({ context, operator } = ground);
});
afterEach(() => context.database.pool.query('DELETE FROM send_batch'));

const age = (seconds: number) =>
  context.database.pool.query(
    `UPDATE send_batch SET created_at = now() - make_interval(secs => $1) WHERE status = 'sending'`,
    [seconds],
  );

/** The operator has said first so long ago that it does not have them. */
const saidBefore = (seconds: number) =>
  context.database.pool.query(
    `UPDATE send_batch SET not_found_at = now() - make_interval(secs => $1) WHERE status = 'sending'`,
    [seconds],
  );

/** Messages that were claimed and called for, and then the answer was lost, as by a crash. */
const lose = async () => {
  const { campaign, jobs } = await enqueueMessages(context, { operatorUrl: operator.url });
  operator.answer(() => 'break');
  for (const job of jobs) await dispatch(context, job);
  return { campaign, jobs };
};

const statuses = (campaign: TestCampaign) => countStatuses(context, campaign);

const counts = (campaign: TestCampaign) => readSmsCounts(context, campaign);

describe('reconcile', () => {
  it('leaves a request alone that may still be under way', async () => {
    const { campaign } = await lose();
    await age(60);
    await reconcile(context);
    expect(operator.lookups).toEqual([]);
    expect(await statuses(campaign)).toEqual({ sending: 3 });
  });

  it('what the operator has was sent', async () => {
    const { campaign } = await lose();
    await age(120);
    operator.answerLookup(foundBatch);
    await reconcile(context);
    expect(operator.lookups).toEqual([operator.calls[0]?.client_reference]);
    expect(await statuses(campaign)).toEqual({ sent: 3 });
    expect(await counts(campaign)).toMatchObject({ sent: 3, unknown: 0 });
    await reconcile(context);
    expect(operator.lookups).toHaveLength(1);
  });

  it('what an operator does not have that took the place of another may have gone to that one', async () => {
    const { campaign } = await lose();
    await context.database.pool.query(
      `UPDATE integration SET settings = settings || jsonb_build_object('connectedAt', $2::text) WHERE id = $1`,
      [campaign.integrationId, new Date().toISOString()],
    );
    await age(160);
    await reconcile(context);
    expect(await statuses(campaign)).toEqual({ unknown: 3 });
    expect(await takeJobs(context, 'dispatch')).toEqual([]);
  });

  it('what it says twice that it does not have never arrived, and is sent again', async () => {
    const { campaign, jobs } = await lose();
    await age(120);
    await reconcile(context);
    // The request may still be on its way.
    expect(await statuses(campaign)).toEqual({ sending: 3 });
    for (const job of jobs) await dispatch(context, job);
    expect(operator.calls).toHaveLength(1);
    await age(160);
    await reconcile(context);
    // It has said so a moment ago, and not twice.
    expect(operator.lookups).toHaveLength(2);
    expect(await statuses(campaign)).toEqual({ sending: 3 });
    await saidBefore(61);
    await reconcile(context);
    expect(operator.lookups).toHaveLength(3);
    expect(await statuses(campaign)).toEqual({ enqueued: 3 });
    operator.answer(acceptBatch);
    const again = await takeJobs(context, 'dispatch');
    expect(again).toHaveLength(1);
    for (const job of again) await dispatch(context, job);
    await reconcile(context);
    expect(operator.calls).toHaveLength(2);
    expect(operator.calls[1]?.client_reference).not.toBe(operator.calls[0]?.client_reference);
    expect(await statuses(campaign)).toEqual({ sent: 3 });
    expect(await counts(campaign)).toMatchObject({ sent: 3, unknown: 0 });
    const events = await readCampaignEvents(context, campaign.projectId);
    expect(tally(events.map(({ properties }) => String(properties['status'])))).toEqual({
      enqueued: 3,
      sent: 3,
    });
  });

  it('what was asked about for the first time long after is not sent again for one answer', async () => {
    const { campaign } = await lose();
    await age(10 * 60);
    await reconcile(context);
    expect(operator.lookups).toHaveLength(1);
    expect(await statuses(campaign)).toEqual({ sending: 3 });
  });

  it('a process that stood still after its claim sends nothing any more', async () => {
    const { campaign, jobs } = await enqueueMessages(context, { operatorUrl: operator.url });
    // A time-out that is over at once stands for a pause that was longer.
    for (const job of jobs) await dispatch(context, job, { timeoutMs: -1 });
    expect(operator.calls).toEqual([]);
    // What it has claimed it gives back: surely nothing of it was sent.
    expect(await statuses(campaign)).toEqual({ enqueued: 3 });
    operator.answer(acceptBatch);
    await dispatchAll(context);
    expect(await statuses(campaign)).toEqual({ sent: 3 });
  });

  it.each([
    ['gives no answer', 'break' as const],
    ['refuses to say', { status: 401 }],
    ['makes no sense', { status: 200, body: { count: 7, batches: [] } }],
  ])('asks again while the operator %s, and gives up in the end', async (_, answer) => {
    const { campaign } = await lose();
    operator.answerLookup(() => answer);
    await age(120);
    await reconcile(context);
    await reconcile(context);
    expect(operator.lookups).toHaveLength(2);
    expect(await statuses(campaign)).toEqual({ sending: 3 });
    await age(16 * 60);
    await reconcile(context);
    expect(await statuses(campaign)).toEqual({ unknown: 3 });
    await reconcile(context);
    expect(operator.lookups).toHaveLength(3);
    expect(operator.calls).toHaveLength(1);
  });

  it('by two workers at once counts once', async () => {
    const { campaign } = await lose();
    await age(120);
    operator.answerLookup(foundBatch);
    await Promise.all([reconcile(context), reconcile(context)]);
    expect(await statuses(campaign)).toEqual({ sent: 3 });
    expect(await counts(campaign)).toMatchObject({ sent: 3 });
  });

  it.each<[string, OperatorAnswer, RegExp]>([
    ['none', 'break', /^No answer came back \(\w+\), and/],
    [
      'one that is cut off',
      { status: 201, body: '{"id": "b' },
      /^The operator took the request, but its answer cannot be read, and/,
    ],
    ['nonsense', { status: 418 }, /^An answer that Sinch does not document: 418, and/],
  ])('says of what it gives up how it was answered: %s', async (_, answer, said) => {
    const { campaign, jobs } = await enqueueMessages(context, { operatorUrl: operator.url });
    operator.answer(() => answer);
    operator.answerLookup(() => 'break');
    await dispatchAll(context, jobs);
    await age(16 * 60);
    await reconcile(context);
    const [message] = await readMessages(context, campaign.projectId);
    expect(message).toMatchObject({ status: 'unknown', error: expect.stringMatching(said) });
    expect(message?.error).toMatch(/, and the operator could not be asked about it\.$/);
  });

  it('says so where a process died before it recorded an answer', async () => {
    const { campaign } = await lose();
    await context.database.pool.query('UPDATE send_batch SET error = NULL');
    operator.answerLookup(() => 'break');
    await age(16 * 60);
    await reconcile(context);
    const [message] = await readMessages(context, campaign.projectId);
    expect(message?.error).toBe(
      'No answer to the request was recorded, and the operator could not be asked about it.',
    );
  });
});
