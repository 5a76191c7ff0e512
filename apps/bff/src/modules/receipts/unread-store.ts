import type { Connection } from '../../database/database.ts';
import { storableText } from '../../database/storable-text.ts';
import { newId } from '../../new-id.ts';

export interface UnreadCall {
  readonly projectId: string;
  readonly integrationId: string;
  readonly reason: string;
  /** As it came; no longer than what is taken of any call. */
  readonly body: string;
}

/** Keeps a call that nobody could read, for people: no job looks at it. */
export const insertUnreadCall = async (
  connection: Connection,
  { projectId, integrationId, reason, body }: UnreadCall,
): Promise<void> => {
  await connection.query(
    'INSERT INTO unread_call (id, project_id, integration_id, reason, body) VALUES ($1, $2, $3, $4, $5)',
    [newId(), projectId, integrationId, reason, storableText(body)],
  );
};
