import type { PresentTab } from '@curlew/contract';
import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';

export interface TabPlace {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly userId: string;
  readonly tabId: string;
}

export interface Newest {
  readonly revision: number;
  readonly updatedBy: string;
}

export const readNewest = async (
  connection: Connection,
  { projectId, scenarioId }: TabPlace,
): Promise<Newest | null> => {
  const { rows } = await connection.query<Newest>(
    'SELECT revision, updated_by AS "updatedBy" FROM scenario WHERE project_id = $1 AND id = $2',
    [projectId, scenarioId],
  );
  return rows[0] ?? null;
};

export const upsertTab = async (
  connection: PoolClient,
  { projectId, scenarioId, userId, tabId }: TabPlace,
  { userName, nodeId }: { userName: string; nodeId: string | null },
): Promise<void> => {
  await connection.query(
    `INSERT INTO scenario_presence (project_id, scenario_id, user_id, tab_id, user_name, node_id, seen_at)
     VALUES ($1, $2, $3, $4, $5, $6, now())
     ON CONFLICT (scenario_id, user_id, tab_id)
     DO UPDATE SET user_name = excluded.user_name, node_id = excluded.node_id, seen_at = excluded.seen_at`,
    [projectId, scenarioId, userId, tabId, userName, nodeId],
  );
};

export const deleteTab = async (
  connection: PoolClient,
  { scenarioId, userId, tabId }: TabPlace,
): Promise<void> => {
  await connection.query(
    'DELETE FROM scenario_presence WHERE scenario_id = $1 AND user_id = $2 AND tab_id = $3',
    [scenarioId, userId, tabId],
  );
};

/** Of tabs that went without a word. What another report is just deleting is left to it. */
export const deleteLostTabs = async (connection: PoolClient, afterSeconds: number): Promise<void> => {
  await connection.query(
    `DELETE FROM scenario_presence WHERE (scenario_id, user_id, tab_id) IN (
       SELECT scenario_id, user_id, tab_id FROM scenario_presence
       WHERE seen_at < now() - make_interval(secs => $1) LIMIT 1000 FOR UPDATE SKIP LOCKED)`,
    [afterSeconds],
  );
};

/** The other tabs that were heard of, in the order of their people's names. */
export const readOtherTabs = async (
  connection: Connection,
  { scenarioId, userId, tabId }: TabPlace,
  withinSeconds: number,
): Promise<PresentTab[]> => {
  const { rows } = await connection.query<PresentTab>(
    `SELECT tab_id AS "tabId", user_id AS "userId", user_name AS name, node_id AS "nodeId" FROM scenario_presence
     WHERE scenario_id = $1 AND (user_id, tab_id) <> ($2, $3) AND seen_at > now() - make_interval(secs => $4)
     ORDER BY user_name, user_id, tab_id LIMIT 100`,
    [scenarioId, userId, tabId, withinSeconds],
  );
  return rows;
};
