import type { PoolClient } from 'pg';

export interface TriggerTimeKey {
  readonly projectId: string;
  readonly runId: string;
  readonly nodeId: string;
  /** What was due. */
  readonly key: string;
}

/** Takes what was due; false: it was taken before. */
export const claimTriggerTime = async (
  connection: PoolClient,
  { projectId, runId, nodeId, key, dueAt, firedAt }: TriggerTimeKey & { dueAt: Date; firedAt: Date },
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    `INSERT INTO trigger_time (run_id, node_id, key, project_id, due_at, fired_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING`,
    [runId, nodeId, key, projectId, dueAt, firedAt],
  );
  return rowCount === 1;
};

export const updateTriggerTime = async (
  connection: PoolClient,
  { runId, nodeId, key, enrolled }: Omit<TriggerTimeKey, 'projectId'> & { enrolled: number },
): Promise<void> => {
  await connection.query(
    'UPDATE trigger_time SET enrolled = $4 WHERE run_id = $1 AND node_id = $2 AND key = $3',
    [runId, nodeId, key, enrolled],
  );
};

/** Triggers of a run that have fired. */
export const readFiredNodes = async (connection: PoolClient, runId: string): Promise<ReadonlySet<string>> => {
  const { rows } = await connection.query<{ nodeId: string }>(
    'SELECT DISTINCT node_id AS "nodeId" FROM trigger_time WHERE run_id = $1',
    [runId],
  );
  return new Set(rows.map(({ nodeId }) => nodeId));
};

/** The moments that triggers of a run have not come to, the next of each node: queued, put aside by a pause or being made now. */
export const readPendingMoments = async (
  connection: PoolClient,
  runId: string,
): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await connection.query<{ nodeId: string; dueAt: number }>(
    `SELECT data->>'nodeId' AS "nodeId", min((data->>'dueAt')::float8) AS "dueAt" FROM (
       SELECT data FROM job.job WHERE name = 'fireTrigger' AND state <= 'active' AND data->>'runId' = $1
       UNION ALL SELECT data FROM parked_job WHERE run_id = $1::uuid AND queue = 'fireTrigger') job
     -- One that has just let in may still be in the queue.
     WHERE NOT EXISTS (SELECT FROM trigger_time t WHERE t.run_id = $1::uuid AND t.node_id = data->>'nodeId'
       AND t.due_at = to_timestamp((data->>'dueAt')::float8 / 1000))
     GROUP BY 1`,
    [runId],
  );
  return new Map(rows.map(({ nodeId, dueAt }) => [nodeId, dueAt]));
};
