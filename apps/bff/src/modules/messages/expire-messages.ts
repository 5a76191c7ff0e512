import type { PoolClient } from 'pg';
import { giveBackUses } from '../frequency/service.ts';
import type { OpenIntegration } from '../integrations/service.ts';
import { addRefusals } from '../runs/counts.ts';
import { lockExpiredMessages } from './expiry-store.ts';
import type { MessageRow } from './store.ts';
import { recordNews } from './record-statuses.ts';

interface GivenUp {
  readonly messages: readonly MessageRow[];
  readonly status: 'expired' | 'cancelled';
  /** Why, in words. */
  readonly error: string;
  readonly at: Date;
}

/** Gives up messages that wait, whose locks the caller holds: they are never sent, and use up nothing of their frequency policy. */
export const giveUpMessages = async (
  connection: PoolClient,
  { projectId, provider }: { readonly projectId: string; readonly provider: { readonly id: string } },
  { messages, status, error, at }: GivenUp,
): Promise<void> => {
  const news = messages.map((message) => ({ message, at, status, statusCode: null, error }));
  await recordNews(connection, { projectId, provider: provider.id, news });
  await giveBackUses(
    connection,
    projectId,
    messages.map(({ id }) => id),
  );
  for (const [runId, group] of Map.groupBy(messages, (message) => message.runId)) {
    // Tests are of no run.
    if (runId === null) continue;
    const refusals = group.map(({ nodeId }) => ({
      nodeId,
      status: 'suppressed' as const,
      type: status,
      by: 1,
    }));
    await addRefusals(connection, { projectId, runId }, refusals);
  }
};

/**
 * Gives up the ones of these messages that have waited too long: they are never sent, their events say so, and they use up
 * nothing of their frequency policy. Returns their ids.
 */
export const expireMessages = async (
  connection: PoolClient,
  integration: OpenIntegration,
  { messageIds, at }: { messageIds: readonly string[]; at: Date },
): Promise<ReadonlySet<string>> => {
  const expired = await lockExpiredMessages(connection, { integrationId: integration.id, messageIds, at });
  if (expired.length === 0) return new Set();
  const error = 'The message expired before it could be sent';
  await giveUpMessages(connection, integration, { messages: expired, status: 'expired', error, at });
  return new Set(expired.map(({ id }) => id));
};
