import type { OutboundBatch } from '@curlew/providers';
import type { AppContext } from '../../app-context.ts';
import { newId } from '../../new-id.ts';
import type { OpenIntegration } from '../integrations/service.ts';
import { expireMessages } from './expire-messages.ts';
import { claimMessages, insertBatches } from './store.ts';

/** A batch that is ours to send, once. */
export interface ClaimedBatch {
  readonly id: string;
  readonly batch: OutboundBatch;
}

/**
 * Claims the messages of planned batches: `enqueued -> sending`. Committed before anyone is called, so that after a
 * crash they are known to be in question. Messages that another worker took meanwhile are left out, and so are those that expired.
 */
export const claimBatches = (
  { database, now }: AppContext,
  integration: OpenIntegration,
  planned: readonly OutboundBatch[],
): Promise<ClaimedBatch[]> =>
  database.transaction(async (connection) => {
    const { id: integrationId, projectId } = integration;
    const batches = planned.map((batch) => ({ id: newId(), batch }));
    const claims = batches.flatMap(({ id, batch }) =>
      batch.messages.map((message) => ({ messageId: message.id, batchId: id })),
    );
    const messageIds = claims.map(({ messageId }) => messageId);
    await expireMessages(connection, integration, { messageIds, at: now() });
    const ours = await claimMessages(connection, integrationId, claims);
    const claimed = batches
      .map(({ id, batch }) => ({
        id,
        batch: { messages: batch.messages.filter((message) => ours.has(message.id)) },
      }))
      .filter(({ batch }) => batch.messages.length > 0);
    await insertBatches(
      connection,
      { projectId, integrationId },
      claimed.map(({ id, batch }) => ({ id, messages: batch.messages.length })),
    );
    return claimed;
  });
