import { describe, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import type { FakeOperator, OperatorAnswer } from '../../testing/fake-operator.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents } from '../../testing/read-campaign.ts';
import { withSending } from '../../testing/with-sending.ts';
import { dispatch } from './dispatch.ts';

let context: AppContext;
let operator: FakeOperator;

const { enqueue, dispatchAll, statuses, eventStatuses, smsCounts } = withSending((ground) => {
  ({ context, operator } = ground);
});

describe('an operator that refuses', () => {
  it('some numbers: those are rejected, the others go out under a new reference', async () => {
    const { campaign, jobs } = await enqueue({ customers: manyCustomers(4) });
    operator.answer((call, index) =>
      index === 0
        ? {
            status: 400,
            body: { code: 'syntax_constraint_violation', text: 'to[1] is not a number; to[3] too' },
          }
        : { status: 201, body: { id: 'b2', client_reference: call.client_reference } },
    );
    await dispatchAll(jobs);
    expect(await statuses(campaign)).toEqual({ rejected: 2, enqueued: 2 });
    const again = await takeJobs(context, 'dispatch');
    await dispatchAll(again);
    expect(await statuses(campaign)).toEqual({ rejected: 2, sent: 2 });
    const [first, second] = operator.calls;
    expect(operator.calls).toHaveLength(2);
    expect(second?.to).toEqual([first?.to[0], first?.to[2]]);
    expect(second?.client_reference).not.toBe(first?.client_reference);
    expect(await eventStatuses(campaign)).toEqual({ enqueued: 4, rejected: 2, sent: 2 });
    expect(await smsCounts(campaign)).toMatchObject({ enqueued: 4, rejected: 2, sent: 2, failed: 0 });
    const rejected = (await readCampaignEvents(context, campaign.projectId)).find(
      ({ properties }) => properties['status'] === 'rejected',
    );
    expect(rejected?.properties).toMatchObject({
      status_code: 'syntax_constraint_violation',
      error: expect.stringContaining('to[1]'),
    });
  });

  it('everything: all are rejected, for good', async () => {
    const { campaign, jobs } = await enqueue();
    operator.answer(() => ({ status: 400, body: { code: 'syntax_invalid_json', text: 'No' } }));
    await dispatchAll(jobs);
    await dispatchAll(jobs);
    expect(operator.calls).toHaveLength(1);
    expect(await statuses(campaign)).toEqual({ rejected: 3 });
    expect(await readJobs(context, 'dispatch')).toEqual([]);
  });
});

describe('an operator that puts off', () => {
  // As if the time had passed for which nobody calls it.
  const endHolds = () => context.database.pool.query('UPDATE integration SET held_until = NULL');

  it.each<[string, OperatorAnswer, [first: number, second: number]]>([
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '17' } }, [17, 17]],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '0' } }, [1, 1]],
    ['429 without', { status: 429 }, [5, 10]],
    ['500', { status: 500 }, [5, 10]],
    ['401', { status: 401 }, [60, 120]],
  ])('%s: the messages wait again, longer each time', async (_, answer, [first, second]) => {
    const { campaign, jobs } = await enqueue();
    operator.answer(() => answer);
    await dispatchAll(jobs);
    expect(await statuses(campaign)).toEqual({ enqueued: 3 });
    expect(await eventStatuses(campaign)).toEqual({ enqueued: 3 });
    const [once] = await readJobs(context, 'dispatch');
    expect(once?.dueInSeconds).toBeCloseTo(first, 1);
    await endHolds();
    await dispatchAll(await takeJobs(context, 'dispatch'));
    const [twice] = await readJobs(context, 'dispatch');
    expect(twice?.dueInSeconds).toBeCloseTo(second, 1);
    await endHolds();
    operator.answer((call) => ({ status: 201, body: { id: 'b', client_reference: call.client_reference } }));
    await dispatchAll(await takeJobs(context, 'dispatch'));
    expect(await statuses(campaign)).toEqual({ sent: 3 });
    expect(operator.calls).toHaveLength(3);
    expect(new Set(operator.calls.map((call) => call.client_reference)).size).toBe(3);
  });

  it('by not being there: nothing left, so the messages wait again', async () => {
    const { campaign, jobs } = await enqueue();
    await operator.stop();
    await dispatchAll(jobs);
    expect(await statuses(campaign)).toEqual({ enqueued: 3 });
    expect(await readJobs(context, 'dispatch')).toHaveLength(1);
  });
});

describe('an answer that proves nothing', () => {
  it.each([
    ['a 201 without an id', { status: 201, body: { ok: true } }],
    ['a 201 that is no JSON', { status: 201, body: '<html>' }],
    ['a 201 about another request', { status: 201, body: { id: 'b', client_reference: 'another' } }],
    ['a status that is not documented', { status: 418 }],
    ['a connection that breaks', 'break' as const],
  ])('(%s) leaves the messages in question, and nothing is sent again', async (_, answer) => {
    const { campaign, jobs } = await enqueue();
    operator.answer(() => answer);
    await dispatchAll(jobs);
    expect(await statuses(campaign)).toEqual({ sending: 3 });
    expect(await eventStatuses(campaign)).toEqual({ enqueued: 3 });
    expect(await readJobs(context, 'dispatch')).toEqual([]);
    await dispatchAll(jobs);
    expect(operator.calls).toHaveLength(1);
  });
});

describe('an operator that is silent', () => {
  it('is waited for only so long, and is not called again', async () => {
    const { campaign, jobs } = await enqueue();
    operator.answer(() => 'silence');
    for (const job of [...jobs, ...jobs]) await dispatch(context, job, { timeoutMs: 50 });
    expect(operator.calls).toHaveLength(1);
    expect(await statuses(campaign)).toEqual({ sending: 3 });
  });
});
