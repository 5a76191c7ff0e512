import type { ReceiptStatus, ReceiptUpdate } from '@curlew/providers';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { noteOutcome, openIntegration, type OpenIntegration } from '../integrations/service.ts';
import {
  applyMessageNews,
  closeSettledBatches,
  eventStatusOf,
  findReceiptTargets,
  type MessageNews,
} from '../messages/service.ts';
import { isProgress, standingOf } from '../messages/status.ts';
import { withoutNumbers } from '../messages/without-numbers.ts';
import { applyIncoming } from './apply-incoming.ts';
import { lockWaitingReceipts, markReceiptsApplied } from './store.ts';

const statusOf: { readonly [S in ReceiptStatus]: MessageNews['status'] | null } = {
  // Still with the operator: nothing that the send itself has not told.
  queued: null,
  sent: 'sent',
  delivered: 'delivered',
  failed: 'failed',
  rejected: 'rejected',
  expired: 'expired',
  cancelled: 'cancelled',
};

interface Picked extends MessageNews {
  /** Its operator says with it that the account is at fault. */
  readonly stopsQueue: boolean;
}

/** The furthest news per message: receipts come late, twice and out of order. */
const pickNews = (
  targets: Awaited<ReturnType<typeof findReceiptTargets>>,
  updates: readonly ReceiptUpdate[],
  now: Date,
): Picked[] => {
  const picked = new Map<string, Picked>();
  for (const { index, message } of targets) {
    const update = updates[index];
    const status = update ? statusOf[update.status] : null;
    if (!update || !status) continue;
    const current = picked.get(message.id)?.status ?? standingOf(message);
    if (!isProgress(current, status)) continue;
    const told = update.at === null ? now : new Date(update.at);
    const at = told > now ? now : told;
    const { code: statusCode, error, isNumberUnusable, stopsQueue = false } = update;
    const blame = { stopsQueue, ...(isNumberUnusable ? { isNumberUnusable } : {}) };
    picked.set(message.id, { message, status, statusCode, error, at, wasSent: true, ...blame });
  }
  return Array.from(picked.values());
};

// A reference that is no id of ours cannot be looked for.
const withOwnReference = (update: ReceiptUpdate): ReceiptUpdate =>
  update.messageId === null
    ? { ...update, reference: z.uuid().safeParse(update.reference).data ?? null }
    : update;

const applyOnce = async (
  context: AppContext,
  integration: OpenIntegration,
  connection: PoolClient,
): Promise<{ receipts: number; news: readonly Picked[] }> => {
  const receipts = await lockWaitingReceipts(connection, integration.id);
  if (receipts.length === 0) return { receipts: 0, news: [] };
  const readings = receipts.flatMap((receipt) => {
    const reading = integration.provider.readCallback(receipt.body);
    return reading.ok ? [reading] : [];
  });
  const updates = readings.flatMap((reading) => reading.updates.map(withOwnReference));
  const targets = await findReceiptTargets(connection, integration.id, updates);
  const news = pickNews(targets, updates, context.now());
  const { projectId, provider } = integration;
  await applyMessageNews(connection, { projectId, provider: provider.id, news });
  const settled = news.filter(({ message }) => message.status === 'unknown');
  const batchIds = [...new Set(settled.flatMap(({ message }) => message.batchId ?? []))];
  await closeSettledBatches(connection, { projectId, batchIds, as: 'accepted' });
  // After the news: a message is sent before it is answered.
  const texts = readings.flatMap(({ incoming }) => incoming);
  await applyIncoming(connection, integration, { texts, now: context.now() });
  await markReceiptsApplied(
    connection,
    receipts.map((receipt) => receipt.id),
  );
  return { receipts: receipts.length, news };
};

// Once for all that came together: they tell of one fault. Sinch takes requests of an account that is out of credit, and says so here only.
const noteTrouble = async (
  context: AppContext,
  { id: integrationId, isInTrouble }: OpenIntegration,
  news: readonly Picked[],
): Promise<void> => {
  const first = news.find(({ stopsQueue }) => stopsQueue);
  if (!first) return;
  const error = withoutNumbers(first.error ?? 'the account is at fault');
  const outcome = { kind: 'retry', afterMs: null, error, stopsQueue: true } as const;
  await noteOutcome(context, { integrationId, outcome, error, isInTrouble });
};

const roundsPerTurn = 50;

/** Applies stored receipts, a thousand per transaction, until none is left or others should have their turn. */
export const applyReceipts = async (context: AppContext, job: JobOf<'receipts'>): Promise<void> => {
  const integration = await openIntegration(context, job.integrationId);
  if (!integration) return;
  for (let round = 0; round < roundsPerTurn; round += 1) {
    const applied = await context.database.transaction((connection) =>
      applyOnce(context, integration, connection),
    );
    for (const one of applied.news)
      context.metrics.messages.inc({ provider: integration.provider.id, status: eventStatusOf(one) });
    if (applied.receipts === 0) return;
    await noteTrouble(context, integration, applied.news);
  }
  await context.database.transaction((connection) =>
    context.jobs.send(connection, 'receipts', { jobs: [job], singletonKey: job.integrationId }),
  );
};
