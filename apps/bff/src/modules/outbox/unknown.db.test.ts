import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UnknownSelection } from '@curlew/contract';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { foundBatch, startFakeOperator, type FakeOperator } from '../../testing/fake-operator.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages, tally } from '../../testing/read-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { dispatch } from '../messages/dispatch.ts';
import { reconcile } from '../messages/reconcile.ts';
import { applyReceipts } from '../receipts/apply.ts';
import { describeLatestRun } from '../runs/progress.ts';
import { startScenario } from '../runs/start.ts';
import { walkEnrolments } from '../walk/walk-job.ts';
import { askUnknown } from './ask-unknown.ts';
import { listUnknown } from './list-unknown.ts';
import { listWaiting } from './list-waiting.ts';
import { settleUnknown } from './settle-unknown.ts';

let test: TestContext;
let context: AppContext;
let operator: FakeOperator;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());
beforeEach(async () => {
  operator = await startFakeOperator();
});
afterEach(() => operator.stop());

/** Messages that were handed over, and then neither an answer came nor could the operator be asked. */
const lose = async (): Promise<TestCampaign & { runId: string }> => {
  const campaign = await createTestCampaign(context, {
    operatorUrl: operator.url,
    document: createDocument(),
    customers: manyCustomers(3),
  });
  const { id: runId } = await startScenario(context, campaign.start);
  for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
  operator.answer(() => 'break');
  operator.answerLookup(() => 'break');
  for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
  await context.database.pool.query(
    `UPDATE send_batch SET created_at = now() - interval '16 minutes' WHERE status = 'sending'`,
  );
  await reconcile(context);
  return { ...campaign, runId };
};

const statuses = async ({ projectId }: TestCampaign) =>
  tally((await readMessages(context, projectId)).map(({ status }) => status));

const eventsOf = async ({ projectId }: TestCampaign) =>
  tally((await readCampaignEvents(context, projectId)).map(({ properties }) => String(properties['status'])));

const counts = async ({ projectId, scenarioId }: TestCampaign) =>
  (await describeLatestRun(context, { projectId, scenarioId }))?.nodes.find(
    ({ nodeId }) => nodeId === 'sms-1',
  );

const audited = async ({ projectId }: TestCampaign) => {
  const { rows } = await context.database.pool.query<{ action: string }>(
    `SELECT action FROM audit_entry WHERE project_id = $1 AND action LIKE 'message.%' ORDER BY id`,
    [projectId],
  );
  return rows.map(({ action }) => action);
};

const report = async ({ projectId, integrationId }: TestCampaign, messageId: string) => {
  const message = (await readMessages(context, projectId)).find(({ id }) => id === messageId);
  const body = {
    type: 'recipient_delivery_report_sms',
    batch_id: 'unheard-of',
    client_reference: message?.batchId,
    recipient: message?.recipient,
    code: 0,
    status: 'Delivered',
    at: new Date().toISOString(),
    operator_status_at: new Date().toISOString(),
  };
  await context.database.pool.query(
    'INSERT INTO receipt (id, project_id, integration_id, body) VALUES (gen_random_uuid(), $1, $2, $3)',
    [projectId, integrationId, JSON.stringify(body)],
  );
  await applyReceipts(context, { integrationId });
};

const all = { limit: 50 };

const ofMessages = (...ids: string[]): UnknownSelection => ({ kind: 'messages', ids });

describe('unknown messages', () => {
  it('are listed in pages, with who, what and why, in their own project only', async () => {
    const campaign = await lose();
    const other = await lose();
    const first = await listUnknown(context, campaign, { limit: 2 });
    expect(first.items).toHaveLength(2);
    expect(first.items[0]).toMatchObject({
      scenarioId: campaign.scenarioId,
      scenarioName: 'Sale',
      runId: campaign.runId,
      provider: 'sinch',
      error: 'No answer came to this request, and the operator could not be asked about it.',
    });
    expect(first.items[0]?.claimedAt).not.toBeNull();
    const second = await listUnknown(context, campaign, { limit: 2, cursor: first.nextCursor ?? '' });
    expect(second.nextCursor).toBeNull();
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    const own = (await readMessages(context, campaign.projectId)).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(own);
    expect(ids).toEqual(ids.toSorted().toReversed());
    const foreign = ofMessages(...ids);
    const by = { userId: other.userId, name: 'Other' };
    const asked = { projectId: other.projectId, selection: foreign, by };
    expect(await settleUnknown(context, { ...asked, as: 'sent' })).toEqual({ settled: 0, hasMore: false });
    expect(await askUnknown(context, asked)).toEqual({ sent: 0, stays: [], nextCursor: null });
    const ofRun = { ...asked, selection: { kind: 'run', runId: campaign.runId } } as const;
    expect(await settleUnknown(context, { ...ofRun, as: 'failed' })).toMatchObject({ settled: 0 });
    expect(await statuses(campaign)).toEqual({ unknown: 3 });
  });

  it('are sent where the operator, asked again, has the request', async () => {
    const campaign = await lose();
    operator.answerLookup(foundBatch);
    const { items } = await listUnknown(context, campaign, all);
    const selection = ofMessages(items[0]?.id ?? '');
    const { projectId, start } = campaign;
    // They left in one request.
    expect(await askUnknown(context, { projectId, selection, by: start.by })).toEqual({
      sent: 3,
      stays: [],
      nextCursor: null,
    });
    expect(await statuses(campaign)).toEqual({ sent: 3 });
    expect(await counts(campaign)).toMatchObject({ sent: 3, unknown: 0 });
    expect(await eventsOf(campaign)).toEqual({ enqueued: 3, sent: 3 });
    expect(await audited(campaign)).toEqual(['message.ask']);
    expect((await listUnknown(context, campaign, all)).items).toEqual([]);
    expect(operator.calls).toHaveLength(1);
  });

  it('stay where it does not have the request or cannot say, in words', async () => {
    const campaign = await lose();
    const { projectId, runId, start } = campaign;
    const question = { projectId, selection: { kind: 'run', runId }, by: start.by } as const;
    const silent = await askUnknown(context, question);
    expect(silent).toMatchObject({ sent: 0, stays: [{ messages: 3 }] });
    expect(silent.stays[0]?.why).toMatch(/^Built-in carrier did not say: /);
    operator.answerLookup(() => ({ status: 200, body: { count: 0, page: 0, batches: [] } }));
    expect((await askUnknown(context, question)).stays).toEqual([
      { messages: 3, why: 'Built-in carrier says that it does not know the request.' },
    ]);
    expect(await statuses(campaign)).toEqual({ unknown: 3 });
    expect(await takeJobs(context, 'dispatch')).toEqual([]);
  });

  it('taken as sent are sent, and a report moves them on', async () => {
    const campaign = await lose();
    const { projectId, runId, start } = campaign;
    const decision = { projectId, selection: { kind: 'run', runId }, as: 'sent', by: start.by } as const;
    expect(await settleUnknown(context, decision)).toEqual({ settled: 3, hasMore: false });
    expect(await settleUnknown(context, decision)).toEqual({ settled: 0, hasMore: false });
    expect(await statuses(campaign)).toEqual({ sent: 3 });
    expect(await counts(campaign)).toMatchObject({ sent: 3, unknown: 0 });
    const [message] = await readMessages(context, projectId);
    expect(message?.error).toMatch(
      /^Nobody could say whether it was sent: Tester took it as sent on \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/,
    );
    await report(campaign, message?.id ?? '');
    expect(await statuses(campaign)).toEqual({ delivered: 1, sent: 2 });
    expect(await counts(campaign)).toMatchObject({ sent: 3, delivered: 1, unknown: 0 });
    expect(await eventsOf(campaign)).toEqual({ enqueued: 3, sent: 3, delivered: 1 });
    expect(await audited(campaign)).toEqual(['message.take_as_sent']);
  });

  it('taken as not sent are failed, and that is their end', async () => {
    const campaign = await lose();
    const { projectId, start } = campaign;
    const { items } = await listUnknown(context, campaign, all);
    const [chosen = '', another = ''] = items.map(({ id }) => id);
    const selection = ofMessages(chosen);
    const decision = { projectId, selection, as: 'failed', by: start.by } as const;
    expect(await settleUnknown(context, decision)).toEqual({ settled: 1, hasMore: false });
    expect(await statuses(campaign)).toEqual({ unknown: 2, failed: 1 });
    expect(await counts(campaign)).toMatchObject({ sent: 0, failed: 1, unknown: 2 });
    expect(await eventsOf(campaign)).toEqual({ enqueued: 3, failed: 1 });
    await report(campaign, chosen);
    expect(await statuses(campaign)).toEqual({ unknown: 2, failed: 1 });
    // What is unknown still learns from a report.
    await report(campaign, another);
    expect(await statuses(campaign)).toEqual({ unknown: 1, delivered: 1, failed: 1 });
    expect(await counts(campaign)).toMatchObject({ sent: 1, delivered: 1, failed: 1, unknown: 1 });
    expect((await listUnknown(context, campaign, all)).items.map(({ id }) => id)).toEqual([items[2]?.id]);
    // And none of them is taken for one that waits.
    expect((await listWaiting(context, campaign, all)).items).toEqual([]);
    expect(await takeJobs(context, 'dispatch')).toEqual([]);
  });

  it('are settled once by two people at once', async () => {
    const campaign = await lose();
    const { projectId, runId, start } = campaign;
    const decision = { projectId, selection: { kind: 'run', runId }, by: start.by } as const;
    const [sent, failed] = await Promise.all([
      settleUnknown(context, { ...decision, as: 'sent' }),
      settleUnknown(context, { ...decision, as: 'failed' }),
    ]);
    expect(sent.settled + failed.settled).toBe(3);
    expect(await counts(campaign)).toMatchObject({
      sent: sent.settled,
      failed: failed.settled,
      unknown: 0,
    });
  });
});
