import { describe, expect, it } from 'vitest';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import type { FakeOperator } from '../../testing/fake-operator.ts';
import { readJobs, takeJobs } from '../../testing/queued-jobs.ts';
import { withSending } from '../../testing/with-sending.ts';
import { dispatch } from './dispatch.ts';

let context: AppContext;
let operator: FakeOperator;

const { enqueue, dispatchAll, statuses } = withSending((ground) => {
  ({ context, operator } = ground);
});

describe('the rate of an integration', () => {
  it('holds for all workers together, and what is over waits', async () => {
    const { campaign, jobs } = await enqueue({ customers: manyCustomers(100), ratePerSecond: 20 });
    const started = performance.now();
    // Four workers, each with a part of the job.
    const [job] = jobs;
    if (!job) throw new Error('a dispatch job was expected');
    let waiting = Array.from({ length: 4 }, (_, index) => ({
      ...job,
      messageIds: job.messageIds.slice(index * 25, (index + 1) * 25),
    }));
    while (waiting.length > 0) {
      await Promise.all(waiting.map((part) => dispatch(context, part)));
      const sent = operator.calls.flatMap(({ to }) => to).length;
      const seconds = (performance.now() - started) / 1_000;
      expect(sent).toBeLessThanOrEqual(20 + seconds * 20 + 1);
      for (const { dueInSeconds } of await readJobs(context, 'dispatch'))
        expect(dueInSeconds).toBeGreaterThan(0.9);
      waiting = await takeJobs(context, 'dispatch');
      if (waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(await statuses(campaign)).toEqual({ sent: 100 });
    expect((performance.now() - started) / 1_000).toBeGreaterThan(3.8);
  });

  it('counts parts where it is of parts, and one message of more than a second leaves too', async () => {
    const long = 'x'.repeat(400);
    const { campaign, jobs } = await enqueue({
      customers: manyCustomers(4),
      document: createDocument({ versions: [{ language: 'en', message: long }], maximumParts: 3 }),
    });
    const fill = (rate: number, tokens: number) =>
      context.database.pool.query(
        `UPDATE integration SET rate_unit = 'parts', rate_per_second = $2, tokens = $3, tokens_at = clock_timestamp() WHERE id = $1`,
        [campaign.integrationId, rate, tokens],
      );
    // Of three parts each: two fit.
    await fill(8, 7);
    await dispatchAll(jobs);
    expect(await statuses(campaign)).toEqual({ sent: 2, enqueued: 2 });
    await fill(2, 2);
    await dispatchAll(await takeJobs(context, 'dispatch'));
    expect(await statuses(campaign)).toEqual({ sent: 3, enqueued: 1 });
    // It was taken beyond what there was: the next one waits.
    await dispatchAll(await takeJobs(context, 'dispatch'));
    expect(await statuses(campaign)).toEqual({ sent: 3, enqueued: 1 });
    const [waiting, ...more] = await readJobs(context, 'dispatch');
    expect(waiting?.dueInSeconds).toBeCloseTo(1, 1);
    expect(more).toEqual([]);
    await fill(2, 2);
    await dispatchAll(await takeJobs(context, 'dispatch'));
    expect(await statuses(campaign)).toEqual({ sent: 4 });
    expect(operator.calls.flatMap(({ to }) => to)).toHaveLength(4);
  });

  it('lets a job that has many before it wait longer each time that it gets nothing, and begins anew with the first that it gets', async () => {
    const { campaign, jobs } = await enqueue({ customers: manyCustomers(6), ratePerSecond: 2 });
    const fill = (tokens: number) =>
      context.database.pool.query(
        `UPDATE integration SET tokens = $2, tokens_at = clock_timestamp() WHERE id = $1`,
        [campaign.integrationId, tokens],
      );
    const dueAfter = async (job: JobOf<'dispatch'>, tokens: number) => {
      await fill(tokens);
      await dispatch(context, job);
      const [due] = await readJobs(context, 'dispatch');
      const [next] = await takeJobs(context, 'dispatch');
      return { seconds: Math.round(due?.dueInSeconds ?? 0), next };
    };
    const [first] = jobs;
    if (!first) throw new Error('a dispatch job was expected');
    let job: JobOf<'dispatch'> | undefined = { ...first, place: 5 };
    const waited: number[] = [];
    // So few that none has come back meanwhile.
    const none = -1_000;
    for (const tokens of [none, none, none, none, none, none, none, 2, none]) {
      if (!job) throw new Error('messages were expected to wait');
      const { seconds, next } = await dueAfter(job, tokens);
      waited.push(seconds);
      job = next;
    }
    expect(waited).toEqual([1, 2, 4, 8, 16, 30, 30, 1, 1]);
    // Where none is before it, it comes each second.
    job = { ...first, messageIds: job?.messageIds ?? [], place: 0 };
    expect((await dueAfter({ ...job, starved: 9 }, none)).seconds).toBe(1);
    expect(operator.calls.flatMap(({ to }) => to)).toHaveLength(2);
  });

  it('takes nothing for messages that no longer wait', async () => {
    const { campaign, jobs } = await enqueue({ customers: manyCustomers(3), ratePerSecond: 3 });
    await dispatchAll(jobs);
    const read = async () =>
      (
        await context.database.pool.query<{ tokens: number }>(
          'SELECT tokens FROM integration WHERE id = $1',
          [campaign.integrationId],
        )
      ).rows[0]?.tokens ?? Number.NaN;
    const before = await read();
    await dispatchAll(jobs);
    expect(await read()).toBeGreaterThanOrEqual(before);
    expect(operator.calls).toHaveLength(1);
  });
});
