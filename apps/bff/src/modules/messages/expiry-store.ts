import type { PoolClient } from 'pg';
import { uuidArray } from '../../database/binary-array.ts';
import { messageColumns, type MessageRow } from './store.ts';

/** The ones of these messages that still wait for this integration and have expired by `at`, locked, by id. */
export const lockExpiredMessages = async (
  connection: PoolClient,
  { integrationId, messageIds, at }: { integrationId: string; messageIds: readonly string[]; at: Date },
): Promise<MessageRow[]> => {
  if (messageIds.length === 0) return [];
  const { rows } = await connection.query<MessageRow>(
    `SELECT ${messageColumns} FROM message m
     WHERE m.id = ANY($1::uuid[]) AND m.integration_id = $2 AND m.status = 'enqueued' AND m.expires_at <= $3
     ORDER BY m.id FOR UPDATE`,
    [uuidArray(messageIds), integrationId, at],
  );
  return rows;
};
