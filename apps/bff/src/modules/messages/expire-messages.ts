import type { PoolClient } from 'pg';
import { giveBackUses } from '../frequency/service.ts';
import type { OpenIntegration } from '../integrations/service.ts';
import { addRefusals } from '../runs/counts.ts';
import { lockExpiredMessages } from './expiry-store.ts';
import { recordNews } from './record-statuses.ts';

/**
 * Gives up the ones of these messages that have waited too long: they are never sent, their events say so, and they use up
 * nothing of their frequency policy. Returns their ids.
 */
export const expireMessages = async (
  connection: PoolClient,
  { id: integrationId, projectId, provider }: OpenIntegration,
  { messageIds, at }: { messageIds: readonly string[]; at: Date },
): Promise<ReadonlySet<string>> => {
  const expired = await lockExpiredMessages(connection, { integrationId, messageIds, at });
  if (expired.length === 0) return new Set();
  const ids = expired.map(({ id }) => id);
  const error = 'The message expired before it could be sent';
  const news = expired.map((message) => ({
    message,
    at,
    status: 'expired' as const,
    statusCode: null,
    error,
  }));
  await recordNews(connection, { projectId, provider: provider.id, news });
  await giveBackUses(connection, projectId, ids);
  for (const [runId, messages] of Map.groupBy(expired, (message) => message.runId)) {
    // Tests never expire: they are of no run.
    if (runId === null) continue;
    const refusals = messages.map(({ nodeId }) => ({
      nodeId,
      status: 'suppressed' as const,
      type: 'expired',
      by: 1,
    }));
    await addRefusals(connection, { projectId, runId }, refusals);
  }
  return new Set(ids);
};
