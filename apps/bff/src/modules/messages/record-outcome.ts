import type { SendOutcome } from '@curlew/providers';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { laneOf } from '../../jobs/queues.ts';
import type { OpenIntegration } from '../integrations/service.ts';
import { judgeOutcome } from './judge-outcome.ts';
import { recordNews, type MessageNews } from './record-statuses.ts';
import { lockBatchMessages, lockBatchStates, settleBatch } from './batch-store.ts';
import { returnMessages, type MessageRow } from './store.ts';

/** The batch that an answer is about; `attempt`: how often its messages were put off before. */
interface Answered {
  readonly batchId: string;
  readonly outcome: Exclude<SendOutcome, { kind: 'unknown' }>;
  readonly attempt: number;
  /** Its messages as they were read to be sent, so that they need not be read again; left out: they are read. */
  readonly messages?: readonly MessageRow[];
}

// What does not change of a message is known already.
const lockMessages = async (
  connection: PoolClient,
  { batchId, messages }: Pick<Answered, 'batchId' | 'messages'>,
): Promise<MessageRow[]> => {
  if (!messages) return lockBatchMessages(connection, batchId);
  const known = new Map(messages.map((message) => [message.id, message]));
  const states = await lockBatchStates(connection, batchId);
  return states.map((state) => {
    const message = known.get(state.id);
    if (!message) throw new Error(`message ${state.id} is of batch ${batchId}, and was not sent with it`);
    return { ...message, ...state };
  });
};

// Told to the monitoring once it is committed.
const counted = async (
  { database, metrics }: AppContext,
  { provider }: OpenIntegration,
  work: (connection: PoolClient) => Promise<readonly MessageNews[]>,
): Promise<void> => {
  const news = await database.transaction(work);
  for (const [status, group] of Map.groupBy(news, (entry) => entry.status))
    metrics.messages.inc({ provider: provider.id, status }, group.length);
};

// An answer that says of all of them what it says is written without asking how they stand: nearly always they stand as they did.
const standing = async (
  connection: PoolClient,
  { batchId, outcome, messages }: Answered,
): Promise<{ messages: readonly MessageRow[]; sentWith?: string }> => {
  if (outcome.kind !== 'accepted' || outcome.again || !messages)
    return { messages: await lockMessages(connection, { batchId, ...(messages ? { messages } : {}) }) };
  return {
    messages: messages.map((message) => ({ ...message, status: 'sending', batchId })),
    sentWith: batchId,
  };
};

const nextAttempt = (outcome: SendOutcome, attempt: number): number => {
  // Half a request is another one: it has not been put off before.
  if (outcome.kind === 'retry') return outcome.inHalves ? 0 : attempt + 1;
  return outcome.kind === 'accepted' ? attempt + 1 : 0;
};

const requestsOf = (outcome: SendOutcome, again: readonly string[]): (readonly string[])[] => {
  if (outcome.kind !== 'retry' || !outcome.inHalves) return [again];
  const half = Math.ceil(again.length / 2);
  return [again.slice(0, half), again.slice(half)].filter((ids) => ids.length > 0);
};

/** Writes what became of a batch, once: messages that a receipt has moved on meanwhile are left alone. */
export const recordOutcome = (
  context: AppContext,
  integration: OpenIntegration,
  answered: Answered,
): Promise<void> =>
  counted(context, integration, async (connection) => {
    const { batchId, outcome, attempt } = answered;
    const at = context.now();
    const judgement = judgeOutcome(outcome, attempt);
    const { messages, ...from } = await standing(connection, answered);
    const news: MessageNews[] = [];
    const again: string[] = [];
    for (const message of messages.filter(({ status }) => status === 'sending')) {
      const verdict = judgement.judge(message.id);
      if (verdict) news.push({ message, at, ...verdict });
      else again.push(message.id);
    }
    const { batchStatus: status, providerId } = judgement;
    const { projectId, id: integrationId, provider } = integration;
    const written = await recordNews(connection, { projectId, provider: provider.id, news, ...from });
    // After its messages, as everybody holds them in this order.
    await settleBatch(connection, { id: batchId, status, providerId });
    if (again.length === 0) return written;
    await returnMessages(connection, { batchId, messageIds: again });
    const isUrgent = messages.some(({ testSendId }) => testSendId !== null);
    const next = nextAttempt(outcome, attempt);
    const jobs = requestsOf(outcome, again).map((messageIds) => ({
      integrationId,
      messageIds: [...messageIds],
      attempt: next,
      place: next,
      isUrgent,
    }));
    const startAfterSeconds = judgement.retryAfterMs / 1_000;
    await context.jobs.send(connection, laneOf({ isUrgent }), { jobs, startAfterSeconds, owner: projectId });
    return written;
  });

/** Gives a batch up: what became of its messages is for a person to find out. Nothing is sent again. */
export const recordUnknown = (
  context: AppContext,
  integration: OpenIntegration,
  { batchId, error }: { batchId: string; error: string },
): Promise<void> =>
  counted(context, integration, async (connection) => {
    const at = context.now();
    const messages = await lockBatchMessages(connection, batchId);
    const news = messages
      .filter((message) => message.status === 'sending')
      .map((message) => ({ message, at, status: 'unknown' as const, statusCode: null, error }));
    // Reports may have settled the last of them just now.
    const isUnknown = news.length > 0 || messages.some(({ status }) => status === 'unknown');
    const status = isUnknown ? 'unknown' : 'accepted';
    await settleBatch(connection, { id: batchId, status, providerId: null });
    const { projectId, provider } = integration;
    await recordNews(connection, { projectId, provider: provider.id, news });
    return news;
  });
