import { describe, expect, it } from 'vitest';
import type { UnknownSelection } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { foundBatch, type FakeOperator } from '../../testing/fake-operator.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readCampaignEvents, readMessages, tally } from '../../testing/read-campaign.ts';
import { listCustomerEvents } from '../customers/list-events.ts';
import { dispatch } from '../messages/dispatch.ts';
import { reconcile } from '../messages/reconcile.ts';
import { applyReceipts } from '../receipts/apply.ts';
import { askUnknown } from './ask-unknown.ts';
import { countOutbox } from './count-outbox.ts';
import { listUnknown } from './list-unknown.ts';
import { listWaiting } from './list-waiting.ts';
import { settleUnknown } from './settle-unknown.ts';
import { countEvents, countStatuses, readSmsCounts } from '../../testing/campaign-counts.ts';
import { withFakeOperator } from '../../testing/with-fake-operator.ts';
import { enqueueMessages } from '../../testing/enqueue-messages.ts';

let context: AppContext;
let operator: FakeOperator;

withFakeOperator((ground) => {
  ({ context, operator } = ground);
});

/** Messages that were handed over, and then neither an answer came nor could the operator be asked. */
const lose = async (): Promise<TestCampaign & { runId: string }> => {
  const { campaign, runId, jobs } = await enqueueMessages(context, { operatorUrl: operator.url });
  operator.answer(() => 'break');
  operator.answerLookup(() => 'break');
  for (const job of jobs) await dispatch(context, job);
  await context.database.pool.query(
    `UPDATE send_batch SET created_at = now() - interval '16 minutes' WHERE status = 'sending'`,
  );
  await reconcile(context);
  return { ...campaign, runId };
};

const statuses = (campaign: TestCampaign) => countStatuses(context, campaign);

const eventsOf = (campaign: TestCampaign) => countEvents(context, campaign);

const counts = (campaign: TestCampaign) => readSmsCounts(context, campaign);

const audited = async ({ projectId }: TestCampaign) => {
  const { rows } = await context.database.pool.query<{ action: string }>(
    `SELECT action FROM audit_entry WHERE project_id = $1 AND action LIKE 'message.%' ORDER BY id`,
    [projectId],
  );
  return rows.map(({ action }) => action);
};

const report = async (
  { projectId, integrationId }: TestCampaign,
  messageId: string,
  [status, code]: readonly [status: string, code: number] = ['Delivered', 0],
) => {
  const message = (await readMessages(context, projectId)).find(({ id }) => id === messageId);
  const body = {
    type: 'recipient_delivery_report_sms',
    batch_id: 'unheard-of',
    client_reference: message?.batchId,
    recipient: message?.recipient,
    code,
    status,
    // As the operator has it: from before anybody looked at the list.
    at: new Date(Date.now() - 60_000).toISOString(),
    operator_status_at: new Date(Date.now() - 60_000).toISOString(),
  };
  await context.database.pool.query(
    'INSERT INTO receipt (id, project_id, integration_id, body) VALUES (gen_random_uuid(), $1, $2, $3)',
    [projectId, integrationId, JSON.stringify(body)],
  );
  await applyReceipts(context, { integrationId });
};

const all = { limit: 50 };

const enqueuedAndFailed = ['enqueued', 'enqueued', 'enqueued', 'failed', 'failed', 'failed'];

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
      error: expect.stringMatching(
        /^No answer came back \(.+\), and the operator could not be asked about it\.$/,
      ),
    });
    expect(first.items[0]?.claimedAt).not.toBeNull();
    const second = await listUnknown(context, campaign, { limit: 2, cursor: first.nextCursor ?? '' });
    expect(second.nextCursor).toBeNull();
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    const counted = { unknown: { count: 3, isMore: false }, sending: { count: 0 } };
    expect(await countOutbox(context, campaign, {})).toMatchObject({ ...counted, run: null });
    expect(await countOutbox(context, campaign, { runId: campaign.runId })).toMatchObject(counted);
    // A run of another project is none.
    expect(await countOutbox(context, campaign, { runId: other.runId })).toMatchObject({
      unknown: { count: 0 },
      run: null,
    });
    expect((await listUnknown(context, campaign, { ...all, runId: campaign.runId })).items).toHaveLength(3);
    expect((await listUnknown(context, campaign, { ...all, runId: other.runId })).items).toEqual([]);
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

  it('say so on the page of their customer, where the events tell that they were enqueued only', async () => {
    const campaign = await lose();
    const [customerId = ''] = campaign.customerIds;
    const { projectId } = campaign;
    const told = async () =>
      (await listCustomerEvents(context, { projectId, customerId }, { ...all, only: 'campaign' })).items.map(
        ({ properties, messageStatus }) => [properties['status'], messageStatus],
      );
    expect(await told()).toEqual([['enqueued', 'unknown']]);
    const by = { userId: campaign.userId, name: 'Owner' };
    const selection = { kind: 'run', runId: campaign.runId } as const;
    await settleUnknown(context, { projectId, selection, as: 'failed', by });
    const after = await told();
    expect(after).toHaveLength(2);
    expect(after).toEqual(
      expect.arrayContaining([
        ['enqueued', null],
        ['failed', null],
      ]),
    );
  });

  it.each([
    ['unknown', 0],
    ['taken as not sent', 1],
  ])('are sent where the operator, asked again, has the request, with one of it %s', async (_, guesses) => {
    const campaign = await lose();
    const { projectId, start } = campaign;
    const by = start.by;
    operator.answerLookup(foundBatch);
    const ids = (await listUnknown(context, campaign, all)).items.map(({ id }) => id);
    const guessed = ids.slice(0, guesses);
    if (guesses > 0)
      await settleUnknown(context, { projectId, selection: ofMessages(...guessed), as: 'failed', by });
    const selection = ofMessages(ids.at(-1) ?? '');
    // They left in one request.
    const answer = { sent: 3, stays: [], nextCursor: null };
    expect(await askUnknown(context, { projectId, selection, by })).toEqual(answer);
    expect(await statuses(campaign)).toEqual({ sent: 3 });
    expect(await counts(campaign)).toMatchObject({ sent: 3, unknown: 0, failed: 0, unsent: 0 });
    expect(await eventsOf(campaign)).toMatchObject({ enqueued: 3, sent: 3 });
    expect((await audited(campaign)).at(-1)).toBe('message.ask');
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

  it('taken as not sent are failed', async () => {
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
    // What is unknown still learns from a report.
    await report(campaign, another);
    expect(await statuses(campaign)).toEqual({ unknown: 1, delivered: 1, failed: 1 });
    expect(await counts(campaign)).toMatchObject({ sent: 1, delivered: 1, failed: 1, unknown: 1 });
    expect((await listUnknown(context, campaign, all)).items.map(({ id }) => id)).toEqual([items[2]?.id]);
    // And none of them is taken for one that waits.
    expect((await listWaiting(context, campaign, all)).items).toEqual([]);
    expect(await takeJobs(context, 'dispatch')).toEqual([]);
  });

  it.each([
    [['Dispatched', 400], 'sent', { sent: 1, delivered: 0, failed: 0, rejected: 0 }],
    [['Delivered', 0], 'delivered', { sent: 1, delivered: 1, failed: 0, rejected: 0 }],
    [['Failed', 402], 'failed', { sent: 1, delivered: 0, failed: 1, rejected: 0 }],
    [['Rejected', 402], 'rejected', { sent: 1, delivered: 0, failed: 0, rejected: 1 }],
    [['Expired', 406], 'expired', { sent: 1, delivered: 0, failed: 1, rejected: 0 }],
  ] as const)(
    'taken as not sent are what the operator reports of them after all: %s',
    async (said, status, counted) => {
      const campaign = await lose();
      const { projectId, runId, start } = campaign;
      const decision = { projectId, selection: { kind: 'run', runId }, as: 'failed', by: start.by } as const;
      expect(await settleUnknown(context, decision)).toEqual({ settled: 3, hasMore: false });
      expect(await counts(campaign)).toMatchObject({ sent: 0, failed: 3, unsent: 3, unknown: 0 });
      const [message] = await readMessages(context, projectId);
      await report(campaign, message?.id ?? '', said);
      await report(campaign, message?.id ?? '', said);
      const left = status === 'failed' ? { failed: 3 } : { [status]: 1, failed: 2 };
      expect(await statuses(campaign)).toEqual(left);
      expect(await counts(campaign)).toMatchObject({
        ...counted,
        failed: counted.failed + 2,
        unsent: 2,
        unknown: 0,
        expired: 0,
      });
      // What the person took it for stays in the story of the customer, and what the operator reports is told after it.
      const told = Object.entries(counted).flatMap(([step, count]) => Array<string>(count).fill(step));
      expect(await eventsOf(campaign)).toEqual(tally([...enqueuedAndFailed, ...told]));
      const story = (await readCampaignEvents(context, projectId)).filter(
        ({ customerId }) => customerId === message?.customerId,
      );
      expect(story.map(({ properties }) => properties['status'])).toEqual([
        'enqueued',
        'failed',
        ...Object.entries(counted).flatMap(([step, count]) => (count > 0 ? [step] : [])),
      ]);
      const [now] = await readMessages(context, projectId);
      expect(now?.error ?? '').not.toContain('took it as not sent');
      const { rows } = await context.database.pool.query<{ hasEnded: boolean; isSent: boolean }>(
        'SELECT ended_at IS NOT NULL AS "hasEnded", sent_at IS NOT NULL AS "isSent" FROM message WHERE id = $1',
        [message?.id],
      );
      expect(rows).toEqual([{ hasEnded: status !== 'sent', isSent: true }]);
    },
  );

  it('that are failed by a report are not guessed, and stay', async () => {
    const campaign = await lose();
    const [message] = await readMessages(context, campaign.projectId);
    await report(campaign, message?.id ?? '', ['Failed', 402]);
    await report(campaign, message?.id ?? '');
    expect(await statuses(campaign)).toEqual({ unknown: 2, failed: 1 });
    expect(await counts(campaign)).toMatchObject({ sent: 1, delivered: 0, failed: 1, unsent: 0, unknown: 2 });
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
