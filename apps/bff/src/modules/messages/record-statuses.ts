import type { PoolClient } from 'pg';
import { addRunCounts, type CountChange } from '../runs/counts.ts';
import { findVersion } from '../runs/versions.ts';
import { createCampaignEvent } from './campaign-event.ts';
import { insertCustomerEvents, type NewCustomerEvent } from './event-store.ts';
import { updateMessages, type MessageRow, type MessageStatus, type StatusChange } from './store.ts';

/** News about a message, to be written down once. */
export interface MessageNews {
  readonly message: MessageRow;
  readonly status: Extract<MessageStatus, 'sent' | 'delivered' | 'failed' | 'rejected' | 'unknown'>;
  readonly statusCode: string | null;
  readonly error: string | null;
  readonly at: Date;
}

/**
 * Writes news of one project's messages: status, campaign event and counts together. A message that comes to
 * `delivered` or `failed` without having been `sent` is counted as sent too, so that rates stay true.
 */
export const recordNews = async (
  connection: PoolClient,
  { projectId, provider, news }: { projectId: string; provider: string; news: readonly MessageNews[] },
): Promise<void> => {
  const events: NewCustomerEvent[] = [];
  const counts: CountChange[] = [];
  const changes: StatusChange[] = [];
  for (const { message, status, statusCode, error, at } of news) {
    const version = await findVersion(connection, message.runId);
    const node = version.document.nodes.find((candidate) => candidate.id === message.nodeId);
    if (!node)
      throw new Error(`message ${message.id} is of node ${message.nodeId}, which its version does not have`);
    const source = { scenarioId: version.scenarioId, scenarioName: version.name, node };
    const wasSent = message.status === 'sent';
    const statuses = status === 'delivered' && !wasSent ? (['sent', 'delivered'] as const) : [status];
    for (const told of statuses) {
      counts.push({ runId: message.runId, nodeId: message.nodeId, counter: told, by: 1 });
      // What nobody knows did not happen to the customer yet.
      if (told === 'unknown') continue;
      const properties = createCampaignEvent(source, told, {
        recipient: message.recipient,
        sender: message.sender,
        language: message.language,
        message: message.text,
        message_parts: message.parts,
        encoding: message.encoding,
        provider,
        message_id: message.id,
        ...(told === 'sent' ? { sent_timestamp: at.getTime() / 1000 } : {}),
        ...(statusCode === null ? {} : { status_code: statusCode }),
        ...(error === null ? {} : { error }),
      });
      events.push({ customerId: message.customerId, type: 'campaign', timestamp: at, properties });
    }
    changes.push({ id: message.id, status, statusCode, error });
  }
  await updateMessages(connection, changes);
  await insertCustomerEvents(connection, projectId, events);
  await addRunCounts(connection, projectId, counts);
};
