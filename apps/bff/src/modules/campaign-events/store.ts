import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';
import { notFound } from '../../http/api-failure.ts';

/** What the campaign events of a project are named from now on, and what they were named before, the last name first. */
export type EventNames = readonly [string, ...string[]];

const readNames = async (
  connection: Connection,
  projectId: string,
  lock: '' | 'FOR KEY SHARE' | 'FOR UPDATE',
): Promise<EventNames> => {
  const { rows } = await connection.query<{ names: EventNames }>(
    `SELECT campaign_events AS names FROM project WHERE id = $1 ${lock}`,
    [projectId],
  );
  const [row] = rows;
  if (!row) throw notFound('project');
  return row.names;
};

export const readEventNames = (connection: Connection, projectId: string): Promise<EventNames> =>
  readNames(connection, projectId, '');

/** For those who track events, or start what does: nobody takes another name until the transaction ends. */
export const holdEventNames = (connection: PoolClient, projectId: string): Promise<EventNames> =>
  readNames(connection, projectId, 'FOR KEY SHARE');

/** Waits for those who hold them; from then on nobody does until the transaction ends. */
export const takeEventNames = (connection: PoolClient, projectId: string): Promise<EventNames> =>
  readNames(connection, projectId, 'FOR UPDATE');

export const updateEventNames = async (
  connection: PoolClient,
  projectId: string,
  names: EventNames,
): Promise<void> => {
  await connection.query('UPDATE project SET campaign_events = $2 WHERE id = $1', [projectId, names]);
};
