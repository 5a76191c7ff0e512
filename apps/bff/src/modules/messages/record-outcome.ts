import type { SendOutcome } from '@curlew/providers';
import type { AppContext } from '../../app-context.ts';
import type { OpenIntegration } from '../integrations/service.ts';
import { judgeOutcome } from './judge-outcome.ts';
import { recordNews, type MessageNews } from './record-statuses.ts';
import { lockBatchMessages, returnMessages, updateBatch } from './store.ts';

/** The batch that an answer is about; `attempt`: how often its messages were put off before. */
interface Answered {
  readonly batchId: string;
  readonly outcome: Exclude<SendOutcome, { kind: 'unknown' }>;
  readonly attempt: number;
}

/** Writes what became of a batch, once: messages that a receipt has moved on meanwhile are left alone. */
export const recordOutcome = (
  context: AppContext,
  integration: OpenIntegration,
  { batchId, outcome, attempt }: Answered,
): Promise<void> =>
  context.database.transaction(async (connection) => {
    const at = context.now();
    const judgement = judgeOutcome(outcome, attempt);
    const messages = await lockBatchMessages(connection, batchId);
    const news: MessageNews[] = [];
    const again: string[] = [];
    for (const message of messages.filter(({ status }) => status === 'sending')) {
      const verdict = judgement.judge(message.id);
      if (verdict) news.push({ message, at, ...verdict });
      else again.push(message.id);
    }
    const { batchStatus: status, providerId } = judgement;
    await updateBatch(connection, { id: batchId, status, providerId });
    const { projectId, id: integrationId, provider } = integration;
    await recordNews(connection, { projectId, provider: provider.id, news });
    if (again.length === 0) return;
    await returnMessages(connection, again);
    const job = { integrationId, messageIds: again, attempt: outcome.kind === 'retry' ? attempt + 1 : 0 };
    const startAfterSeconds = judgement.retryAfterMs / 1_000;
    await context.jobs.send(connection, 'dispatch', { jobs: [job], startAfterSeconds });
  });

/** Gives a batch up: what became of its messages is for a person to find out. Nothing is sent again. */
export const recordUnknown = (
  context: AppContext,
  integration: OpenIntegration,
  { batchId, error }: { batchId: string; error: string },
): Promise<void> =>
  context.database.transaction(async (connection) => {
    const at = context.now();
    const messages = await lockBatchMessages(connection, batchId);
    const news = messages
      .filter((message) => message.status === 'sending')
      .map((message) => ({ message, at, status: 'unknown' as const, statusCode: null, error }));
    await updateBatch(connection, { id: batchId, status: 'unknown', providerId: null });
    const { projectId, provider } = integration;
    await recordNews(connection, { projectId, provider: provider.id, news });
  });
