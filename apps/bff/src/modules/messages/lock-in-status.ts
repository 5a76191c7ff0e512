import type { PoolClient } from 'pg';
import { uuidArray } from '../../database/binary-array.ts';
import { messageColumns, type MessageRow, type MessageStatus } from './store.ts';

/** The ones of these messages of a project that are in this status, locked, in order of id: nobody else moves them on meanwhile. */
export const lockInStatus = async (
  connection: PoolClient,
  {
    projectId,
    messageIds,
    status,
  }: { projectId: string; messageIds: readonly string[]; status: MessageStatus },
): Promise<MessageRow[]> => {
  const { rows } = await connection.query<MessageRow>(
    `SELECT ${messageColumns} FROM message m
     WHERE m.id = ANY($1::uuid[]) AND m.project_id = $2 AND m.status = $3::message_status ORDER BY m.id FOR UPDATE`,
    [uuidArray(messageIds), projectId, status],
  );
  return rows;
};
