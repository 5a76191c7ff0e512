import { describe, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { acceptBatch, type FakeOperator } from '../../testing/fake-operator.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages, tally } from '../../testing/read-campaign.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { dispatch } from '../messages/dispatch.ts';
import { pauseScenario } from '../runs/life-cycle.ts';
import { listProjectRuns } from '../runs/list-runs.ts';
import { describeRun } from '../runs/progress.ts';
import { startScenario } from '../runs/start.ts';
import { listScenarios } from '../scenarios/list.ts';
import { walkEnrolments } from '../walk/walk-job.ts';
import { cancelWaiting } from './cancel-waiting.ts';
import { countOutbox } from './count-outbox.ts';
import { listWaiting } from './list-waiting.ts';
import { listCancelOrders, orderCancel } from './order-cancel.ts';
import { countStatuses } from '../../testing/campaign-counts.ts';
import { withFakeOperator } from '../../testing/with-fake-operator.ts';
import { enqueueMessages } from '../../testing/enqueue-messages.ts';

let context: AppContext;
let operator: FakeOperator;

withFakeOperator((ground) => {
  ({ context, operator } = ground);
});

interface Waiting extends TestCampaign {
  readonly runId: string;
  readonly jobs: readonly JobOf<'dispatch'>[];
}

/** A run whose messages have been written and not sent. */
const enqueue = async (customers: number): Promise<Waiting> => {
  const draft = { operatorUrl: operator.url, customers: manyCustomers(customers) };
  const { campaign, runId, jobs } = await enqueueMessages(context, draft);
  return { ...campaign, runId, jobs };
};

const statuses = (campaign: TestCampaign) => countStatuses(context, campaign);

const order = ({ projectId, scenarioId, runId, start }: Waiting, nodeId: string | null = null) =>
  orderCancel(context, { projectId, scenarioId, runId, nodeId, by: start.by });

const carryOut = async (sizes: { window?: number; turn?: number } = {}): Promise<number> => {
  let turns = 0;
  for (;;) {
    const jobs = await takeJobs(context, 'cancelWaiting');
    if (jobs.length === 0) return turns;
    for (const job of jobs) {
      await cancelWaiting(context, job, sizes);
      turns += 1;
    }
  }
};

const waitingOf = async (run: Waiting) =>
  (await listWaiting(context, run, { limit: 50 })).items.map(({ waiting, nodes }) => ({
    waiting,
    nodes: nodes.map(({ nodeId, waiting: own }) => [nodeId, own]),
  }));

describe('messages that wait', () => {
  it('are counted by run and node, without those under way and those that were refused', async () => {
    const run = await enqueue(5);
    expect(await waitingOf(run)).toEqual([{ waiting: 5, nodes: [['sms-1', 5]] }]);
    const { rows } = await context.database.pool.query<{ id: string }>(
      'SELECT id FROM message WHERE project_id = $1 ORDER BY id LIMIT 2',
      [run.projectId],
    );
    const [job] = run.jobs;
    if (!job) throw new Error('nothing is to be sent');
    // The answer is lost: they are under way until somebody knows.
    operator.answer(() => 'break');
    await dispatch(context, { ...job, messageIds: rows.slice(0, 1).map(({ id }) => id) });
    expect(await statuses(run)).toEqual({ enqueued: 4, sending: 1 });
    expect(await waitingOf(run)).toEqual([{ waiting: 4, nodes: [['sms-1', 4]] }]);
    const { projectId, scenarioId, runId } = run;
    const here = (await describeRun(context, run)).nodes.find(({ nodeId }) => nodeId === 'sms-1');
    expect(here).toMatchObject({ enqueued: 5, sending: 1, sent: 0 });
    expect((await listProjectRuns(context, run, { show: 'all', limit: 1 })).items).toMatchObject([
      { id: runId, status: 'finished', leaving: 5 },
    ]);
    const { items } = await listScenarios(context, projectId, { limit: 10 });
    expect(items.find(({ id }) => id === scenarioId)?.lastRun).toMatchObject({ leaving: 5, sent: 0 });
    const nobody = { count: 0, isMore: false };
    const fresh = { unknown: nobody, waiting: { count: 4, isMore: false }, run: null };
    // Every request is open for a moment.
    expect(await countOutbox(context, run, {})).toEqual({ ...fresh, sending: { ...nobody, since: null } });
    await context.database.pool.query(
      `UPDATE send_batch SET created_at = now() - interval '1 minute' WHERE project_id = $1`,
      [projectId],
    );
    expect(await countOutbox(context, run, { runId })).toMatchObject({
      sending: { count: 1, isMore: false, since: expect.any(String) },
      run: { scenarioName: 'Sale', versionNumber: 1 },
    });
    operator.answer(() => ({ status: 400, body: { code: 'syntax_invalid_parameter_format', text: 'no' } }));
    await dispatch(context, { ...job, messageIds: rows.slice(1, 2).map(({ id }) => id) });
    expect(await statuses(run)).toEqual({ enqueued: 3, sending: 1, rejected: 1 });
    expect(await waitingOf(run)).toEqual([{ waiting: 3, nodes: [['sms-1', 3]] }]);
    operator.answer(acceptBatch);
    await dispatch(context, job);
    expect(await waitingOf(run)).toEqual([]);
  });

  it('are listed by run in pages, also behind runs that have none', async () => {
    const first = await enqueue(1);
    await startScenario(context, first.start);
    for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
    for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
    expect(await statuses(first)).toEqual({ enqueued: 1, sent: 1 });
    const page = await listWaiting(context, first, { limit: 1, window: 1 });
    expect(page.items.map(({ runId }) => runId)).toEqual([first.runId]);
    const rest = await listWaiting(context, first, { limit: 1, cursor: page.nextCursor ?? '' });
    expect(rest).toEqual({ items: [], nextCursor: null });
    const [latest] = (await listProjectRuns(context, first, { show: 'all', limit: 1 })).items;
    const second = latest?.id ?? '';
    expect((await listWaiting(context, first, { runId: second, limit: 9 })).items).toEqual([]);
    expect(await listWaiting(context, first, { runId: first.runId, limit: 9 })).toMatchObject({
      items: [{ runId: first.runId, waiting: 1 }],
    });
    expect((await countOutbox(context, first, { runId: second })).waiting.count).toBe(0);
  });

  it('are cancelled in portions, told as what stopped scenarios cancel, and never sent', async () => {
    const run = await enqueue(7);
    const given = await order(run);
    expect(given).toMatchObject({ asked: 7, cancelled: 0, tooLate: null, endedAt: null, nodeName: null });
    await expect(order(run)).rejects.toMatchObject({ code: 'already_running' });
    expect(await carryOut({ window: 3, turn: -1 })).toBe(3);
    expect(await statuses(run)).toEqual({ cancelled: 7 });
    const { items } = await listCancelOrders(context, run, { limit: 50 });
    expect(items).toMatchObject([{ id: given.id, cancelled: 7, tooLate: 0 }]);
    for (const job of run.jobs) await dispatch(context, job);
    expect(operator.calls).toEqual([]);
    const described = await describeRun(context, run);
    expect(described.nodes.find(({ nodeId }) => nodeId === 'sms-1')).toMatchObject({
      enqueued: 7,
      cancelled: 7,
      sent: 0,
    });
    expect(described.refusals).toMatchObject([{ status: 'suppressed', type: 'cancelled', count: 7 }]);
    const events = await readCampaignEvents(context, run.projectId);
    expect(tally(events.map(({ properties }) => String(properties['status'])))).toEqual({
      enqueued: 7,
      suppressed: 7,
    });
    const [message] = await readMessages(context, run.projectId);
    expect(message?.error).toMatch(/^Tester cancelled what waited to be sent on /);
    expect(await waitingOf(run)).toEqual([]);
    await expect(order(run)).rejects.toMatchObject({ code: 'not_running' });
  });

  it('that were claimed meanwhile are sent and not cancelled, and it is told how many', async () => {
    const run = await enqueue(6);
    await order(run, 'sms-1');
    const [job] = run.jobs;
    if (!job) throw new Error('nothing is to be sent');
    await dispatch(context, { ...job, messageIds: job.messageIds.slice(0, 2) });
    await carryOut();
    for (const each of run.jobs) await dispatch(context, each);
    expect(await statuses(run)).toEqual({ sent: 2, cancelled: 4 });
    expect(operator.calls.flatMap(({ to }) => to)).toHaveLength(2);
    const { items } = await listCancelOrders(context, run, { limit: 50 });
    expect(items).toMatchObject([{ asked: 6, cancelled: 4, tooLate: 2 }]);
  });

  it('are each sent or cancelled, never both, while claims go on', async () => {
    const run = await enqueue(200);
    await order(run);
    const jobs = run.jobs.flatMap((job) =>
      Array.from({ length: 10 }, (_, index) => ({
        ...job,
        messageIds: job.messageIds.slice(index * 20, index * 20 + 20),
      })),
    );
    await Promise.all([...jobs.map((job) => dispatch(context, job)), carryOut({ window: 30 })]);
    await carryOut();
    const { sent = 0, cancelled = 0, ...others } = await statuses(run);
    expect(others).toEqual({});
    expect(sent + cancelled).toBe(200);
    expect(operator.calls.flatMap(({ to }) => to)).toHaveLength(sent);
    const described = await describeRun(context, run);
    expect(described.nodes.find(({ nodeId }) => nodeId === 'sms-1')).toMatchObject({ sent, cancelled });
    const { items } = await listCancelOrders(context, run, { limit: 50 });
    expect(items).toMatchObject([{ cancelled, tooLate: sent }]);
  });

  it('of a paused run are cancelled too, and what is enqueued after the order is not meant', async () => {
    const run = await enqueue(3);
    await pauseScenario(context, run.start);
    for (const job of run.jobs) await dispatch(context, job);
    expect(await waitingOf(run)).toEqual([{ waiting: 3, nodes: [['sms-1', 3]] }]);
    await order(run);
    await context.database.pool.query(
      `UPDATE message SET created_at = now() + interval '1 hour'
       WHERE id = (SELECT id FROM message WHERE project_id = $1 ORDER BY id LIMIT 1)`,
      [run.projectId],
    );
    await carryOut();
    expect(await statuses(run)).toEqual({ enqueued: 1, cancelled: 2 });
  });

  it('of another run, project or node are not touched', async () => {
    const run = await enqueue(2);
    const other = await enqueue(2);
    const by = other.start.by;
    const { projectId, scenarioId } = other;
    const foreign = { projectId, scenarioId, runId: run.runId, nodeId: null, by };
    await expect(orderCancel(context, foreign)).rejects.toMatchObject({ code: 'not_found' });
    await expect(order(run, 'nowhere')).rejects.toMatchObject({ code: 'not_found' });
    await order(other);
    await carryOut();
    expect(await statuses(run)).toEqual({ enqueued: 2 });
    expect(await statuses(other)).toEqual({ cancelled: 2 });
    expect((await listCancelOrders(context, run, { limit: 50 })).items).toEqual([]);
  });
});
