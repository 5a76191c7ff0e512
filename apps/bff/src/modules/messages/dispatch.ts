import type { OutboundBatch, SendOutcome } from '@curlew/providers';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { newId } from '../../new-id.ts';
import { openIntegration, takeSendingTokens, type OpenIntegration } from '../integrations/service.ts';
import { callbackUrl } from '../receipts/callback-url.ts';
import { recordNews, type MessageNews } from './record-statuses.ts';
import {
  claimMessages,
  insertBatch,
  lockBatchMessages,
  updateBatch,
  updateMessages,
  type BatchStatus,
  type MessageRow,
} from './store.ts';

const timeoutMs = 30_000;
const defaultRetryMs = 5_000;
// The account is at fault, and a person has to mend it first.
const stoppedRetryMs = 60_000;

interface ClaimedBatch {
  readonly id: string;
  readonly batch: OutboundBatch;
}

// Committed before anyone is called: after a crash these messages are known to be in question.
const claim = (
  context: AppContext,
  integration: OpenIntegration,
  messageIds: readonly string[],
): Promise<ClaimedBatch[]> =>
  context.database.transaction(async (connection) => {
    const rows = await claimMessages(connection, { integrationId: integration.id, messageIds });
    const batches = integration.provider.planBatches(rows).map((batch) => ({ id: newId(), batch }));
    for (const { id, batch } of batches) {
      await insertBatch(connection, {
        id,
        projectId: integration.projectId,
        integrationId: integration.id,
        messageIds: batch.messages.map((message) => message.id),
      });
    }
    return batches;
  });

interface Verdict {
  readonly batchStatus: BatchStatus;
  readonly providerId: string | null;
  /** What is to be told of a message; null: it waits again. */
  judge(message: MessageRow): Omit<MessageNews, 'message' | 'at'> | null;
  readonly retryAfterMs: number | null;
}

const judgeOutcome = (outcome: SendOutcome): Verdict => {
  switch (outcome.kind) {
    case 'accepted': {
      const refused = new Map(outcome.refused.map((entry) => [entry.messageId, entry]));
      return {
        batchStatus: 'accepted',
        providerId: outcome.providerBatchId,
        retryAfterMs: null,
        judge: (message) => {
          const refusal = refused.get(message.id);
          if (refusal) return { status: 'rejected', statusCode: refusal.code, error: refusal.error };
          return { status: 'sent', statusCode: null, error: null };
        },
      };
    }
    case 'refused': {
      const named = outcome.messageIds === 'all' ? null : new Set(outcome.messageIds);
      return {
        batchStatus: 'refused',
        providerId: null,
        retryAfterMs: named ? 0 : null,
        judge: (message) =>
          named && !named.has(message.id)
            ? null
            : { status: 'rejected', statusCode: outcome.code, error: outcome.error },
      };
    }
    case 'retry':
      return {
        batchStatus: 'refused',
        providerId: null,
        retryAfterMs: outcome.afterMs ?? (outcome.stopsQueue ? stoppedRetryMs : defaultRetryMs),
        judge: () => null,
      };
    case 'unknown':
      return {
        batchStatus: 'unknown',
        providerId: null,
        retryAfterMs: null,
        judge: () => ({ status: 'unknown', statusCode: null, error: outcome.error }),
      };
  }
};

/** Writes what became of a batch, once: messages that a receipt has moved on meanwhile are left alone. */
export const recordOutcome = (
  context: AppContext,
  integration: OpenIntegration,
  { batchId, outcome }: { batchId: string; outcome: SendOutcome },
): Promise<void> =>
  context.database.transaction(async (connection) => {
    const at = context.now();
    const verdict = judgeOutcome(outcome);
    const waiting = (await lockBatchMessages(connection, batchId)).filter(
      (message) => message.status === 'sending',
    );
    const news: MessageNews[] = [];
    const again: string[] = [];
    for (const message of waiting) {
      const told = verdict.judge(message);
      if (told) news.push({ message, at, ...told });
      else again.push(message.id);
    }
    await updateBatch(connection, {
      id: batchId,
      status: verdict.batchStatus,
      providerId: verdict.providerId,
    });
    const { projectId, id: integrationId } = integration;
    await recordNews(connection, { projectId, provider: integration.provider.id, news });
    if (again.length === 0) return;
    await updateMessages(
      connection,
      again.map((id) => ({ id, status: 'enqueued', statusCode: null, error: null })),
    );
    const startAfterSeconds = (verdict.retryAfterMs ?? defaultRetryMs) / 1000;
    await context.jobs.send(connection, 'dispatch', {
      jobs: [{ integrationId, messageIds: again }],
      startAfterSeconds,
    });
  });

const sendBatch = async (
  context: AppContext,
  integration: OpenIntegration,
  claimed: ClaimedBatch,
): Promise<void> => {
  const { provider, settings, secrets } = integration;
  const outcome = await provider.send(claimed.batch, {
    settings,
    secrets,
    fetch,
    now: () => context.now().getTime(),
    timeoutMs,
    reference: claimed.id,
    callbackUrl: callbackUrl(context, integration.id),
  });
  if (outcome.kind !== 'accepted') {
    const error = 'error' in outcome ? outcome.error : '';
    context.log.warn(
      { batchId: claimed.id, integrationId: integration.id, outcome: outcome.kind, error },
      'batch not accepted',
    );
  }
  await recordOutcome(context, integration, { batchId: claimed.id, outcome });
};

const postpone = async (
  context: AppContext,
  job: JobOf<'dispatch'>,
  startAfterSeconds: number,
): Promise<void> => {
  await context.database.transaction((connection) =>
    context.jobs.send(connection, 'dispatch', { jobs: [job], startAfterSeconds }),
  );
};

/** Sends messages of one integration: rate, claim, call, record. Run twice, it finds its messages taken and does nothing. */
export const dispatch = async (
  context: AppContext,
  { integrationId, messageIds }: JobOf<'dispatch'>,
): Promise<void> => {
  const integration = await openIntegration(context, integrationId);
  if (!integration)
    throw new Error(`integration ${integrationId} does not exist, ${messageIds.length} messages wait for it`);
  const allowed = await takeSendingTokens(context, integrationId, messageIds.length);
  const rest = messageIds.slice(allowed);
  if (rest.length > 0) await postpone(context, { integrationId, messageIds: rest }, 1);
  if (allowed === 0) return;
  const batches = await claim(context, integration, messageIds.slice(0, allowed));
  await Promise.all(batches.map((batch) => sendBatch(context, integration, batch)));
};
