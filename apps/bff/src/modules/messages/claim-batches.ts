import type { OutboundBatch } from '@curlew/providers';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { newId } from '../../new-id.ts';
import type { OpenIntegration } from '../integrations/service.ts';
import { expireMessages } from './expire-messages.ts';
import { holdBack } from './hold-back.ts';
import { hasExpired, runIdsOf } from './find-ready.ts';
import { claimMessages, type MessageRow } from './store.ts';

/** A batch that is ours to send, once. */
export interface ClaimedBatch {
  readonly id: string;
  readonly batch: OutboundBatch;
  /** Milliseconds since 1970, before anything was claimed. */
  readonly claimedAt: number;
}

interface Claim {
  readonly integration: OpenIntegration;
  readonly planned: readonly OutboundBatch[];
  /** Of which these batches are a part. */
  readonly job: JobOf<'dispatch'>;
  /** Its messages as they were read, by id. */
  readonly rows: ReadonlyMap<string, MessageRow>;
}

/**
 * Claims the messages of planned batches: `enqueued -> sending`. Committed before anyone is called, so that after a
 * crash they are known to be in question. Messages that another worker took meanwhile are left out, and so are those that expired or
 * whose run was paused or stopped. Null while somebody changes the life of their scenario: then nothing was claimed.
 */
export const claimBatches = (
  context: AppContext,
  { integration, planned, job, rows }: Claim,
): Promise<ClaimedBatch[] | null> =>
  context.database.transaction(async (connection) => {
    // Not before there was a connection for it.
    const claimedAt = Date.now();
    const { id: integrationId, projectId } = integration;
    const batches = planned.map((batch) => ({ id: newId(), batch }));
    const planIds = planned.flatMap(({ messages }) => messages.map(({ id }) => id));
    const read = planIds.flatMap((id) => rows.get(id) ?? []);
    const messageIds = await holdBack(context, connection, {
      integration,
      job: { ...job, messageIds: planIds },
      runIds: runIdsOf(read),
    });
    if (!messageIds) return null;
    const mayLeave = new Set(messageIds);
    const claims = batches.flatMap(({ id, batch }) =>
      batch.messages
        .filter((message) => mayLeave.has(message.id))
        .map((message) => ({ messageId: message.id, batchId: id })),
    );
    const at = context.now();
    const expired = read.filter((message) => mayLeave.has(message.id) && hasExpired(message, at));
    await expireMessages(connection, integration, { messageIds: expired.map(({ id }) => id), at });
    const ours = await claimMessages(connection, { projectId, integrationId }, claims);
    return batches
      .map(({ id, batch }) => ({
        id,
        claimedAt,
        batch: { messages: batch.messages.filter((message) => ours.has(message.id)) },
      }))
      .filter(({ batch }) => batch.messages.length > 0);
  });
