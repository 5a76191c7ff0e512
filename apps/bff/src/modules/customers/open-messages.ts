import type { ListedEvent } from '@curlew/contract';
import { z } from 'zod';
import type { Connection } from '../../database/database.ts';
import { readMessageStates } from '../messages/state-store.ts';
import type { CustomerEventRow } from './store.ts';

const enqueuedSchema = z.object({ status: z.literal('enqueued'), message_id: z.uuid() });

/** Which of the messages that were enqueued by these events nobody has answered for, by the id of the event. */
export const findOpenMessages = async (
  connection: Connection,
  projectId: string,
  events: readonly CustomerEventRow[],
): Promise<ReadonlyMap<string, ListedEvent['messageStatus']>> => {
  const enqueued = events.flatMap(({ id, isCampaign, properties }) => {
    const read = isCampaign ? enqueuedSchema.safeParse(properties) : null;
    return read?.success === true ? [{ id, messageId: read.data.message_id }] : [];
  });
  if (enqueued.length === 0) return new Map();
  const messageIds = enqueued.map(({ messageId }) => messageId);
  const states = await readMessageStates(connection, projectId, messageIds);
  const statusOf = new Map(states.map(({ id, status }) => [id, status]));
  return new Map(
    enqueued.map(({ id, messageId }) => {
      const status = statusOf.get(messageId);
      return [id, status === 'sending' || status === 'unknown' ? status : null];
    }),
  );
};
