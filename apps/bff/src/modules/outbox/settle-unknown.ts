import { undecided, type UnknownSelection } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { audit } from '../audit/service.ts';
import { closeSettledBatches } from '../messages/batch-store.ts';
import { lockInStatus } from '../messages/lock-in-status.ts';
import { recordNews, type MessageNews } from '../messages/record-statuses.ts';
import { readProviders, readUnknown, readUnknownAmong } from './unknown-store.ts';

const atOnce = 500;
// A person waits for the answer.
const longestMs = 5_000;

type Verdict = 'sent' | 'failed';

interface Decision {
  readonly projectId: string;
  readonly selection: UnknownSelection;
  readonly as: Verdict;
  readonly by: { readonly userId: string; readonly name: string };
}

/** A moment for sentences that are kept: 2026-11-30 08:12 UTC. */
export const writeMoment = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const reasonOf = ({ as, by }: Decision, at: Date): string =>
  as === 'sent'
    ? `${undecided}${by.name} took it as sent on ${writeMoment(at)}.`
    : `${undecided}${by.name} took it as not sent on ${writeMoment(at)}.`;

/** Settles messages of one integration: status, campaign event, counts and log together. Those that a report moved on are left alone. */
const settlePortion = async (
  context: AppContext,
  decision: Decision,
  { integrationId, messageIds }: { integrationId: string; messageIds: readonly string[] },
): Promise<number> => {
  const { projectId, as, by, selection } = decision;
  const at = context.now();
  const { count, provider } = await context.database.transaction(async (connection) => {
    const messages = await lockInStatus(connection, { projectId, messageIds, status: 'unknown' });
    const kind = (await readProviders(connection, projectId)).get(integrationId) ?? 'deleted';
    const [first] = messages;
    if (!first) return { count: 0, provider: kind };
    const error = reasonOf(decision, at);
    const news = messages.map((message): MessageNews => ({
      message,
      at,
      status: as,
      statusCode: null,
      error,
    }));
    await recordNews(connection, { projectId, provider: kind, news });
    const batchIds = [...new Set(messages.flatMap(({ batchId }) => batchId ?? []))];
    const batchStatus = as === 'sent' ? 'accepted' : 'refused';
    await closeSettledBatches(connection, { projectId, batchIds, as: batchStatus });
    await audit(connection, {
      projectId,
      userId: by.userId,
      action: as === 'sent' ? 'message.take_as_sent' : 'message.take_as_not_sent',
      subjectId: selection.kind === 'run' ? selection.runId : first.id,
      detail: { messageIds: messages.map(({ id }) => id) },
    });
    return { count: messages.length, provider: kind };
  });
  if (count > 0) context.metrics.messages.inc({ provider, status: as }, count);
  return count;
};

const readPortion = ({ database }: AppContext, { projectId, selection }: Decision) =>
  selection.kind === 'messages'
    ? readUnknownAmong(database.pool, projectId, selection.ids)
    : readUnknown(database.pool, { projectId, runId: selection.runId, after: null, limit: atOnce });

/** Takes unknown messages as sent or as not sent, because a person says so. Nothing is sent again. */
export const settleUnknown = async (
  context: AppContext,
  decision: Decision,
): Promise<{ settled: number; hasMore: boolean }> => {
  const end = performance.now() + longestMs;
  let settled = 0;
  for (;;) {
    const rows = await readPortion(context, decision);
    // One integration at a time: a transaction locks the counts of a run once, and in order.
    for (const [integrationId, group] of Map.groupBy(rows, (row) => row.integrationId)) {
      const messageIds = group.map(({ id }) => id);
      settled += await settlePortion(context, decision, { integrationId, messageIds });
    }
    if (decision.selection.kind === 'messages' || rows.length < atOnce) return { settled, hasMore: false };
    if (performance.now() > end) return { settled, hasMore: true };
  }
};
