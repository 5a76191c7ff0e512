import type { Connection } from '../../database/database.ts';
import type { MessageStatus } from './store.ts';

export interface MessageState {
  readonly id: string;
  readonly status: MessageStatus;
  readonly statusCode: string | null;
  readonly error: string | null;
}

/** What has become of these messages of a project so far. */
export const readMessageStates = async (
  connection: Connection,
  projectId: string,
  ids: readonly string[],
): Promise<MessageState[]> => {
  const { rows } = await connection.query<MessageState>(
    `SELECT id, status::text AS status, status_code AS "statusCode", error FROM message
     WHERE project_id = $1 AND id = ANY($2::uuid[])`,
    [projectId, ids],
  );
  return rows;
};
