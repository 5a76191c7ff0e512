import type { PoolClient } from 'pg';

export interface LimitRequest {
  readonly projectId: string;
  readonly runId: string;
  readonly nodeId: string;
  readonly most: number;
  /** How many want to pass. */
  readonly wanted: number;
}

/**
 * Lets as many pass a Limit node as there is room for; returns how many. Whoever else asks waits until the transaction
 * ends, so that all together are never more than `most`.
 */
export const takeLimit = async (
  connection: PoolClient,
  { projectId, runId, nodeId, most, wanted }: LimitRequest,
): Promise<number> => {
  await connection.query(
    `INSERT INTO limit_count (run_id, node_id, project_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [runId, nodeId, projectId],
  );
  const { rows } = await connection.query<{ granted: number }>(
    `WITH before AS (
       SELECT passed FROM limit_count WHERE run_id = $1 AND node_id = $2 FOR UPDATE
     )
     UPDATE limit_count l SET passed = greatest(before.passed, least(before.passed + $4, $3)) FROM before
     WHERE l.run_id = $1 AND l.node_id = $2 RETURNING l.passed - before.passed AS granted`,
    [runId, nodeId, most, wanted],
  );
  const [row] = rows;
  if (!row) throw new Error(`the count of limit ${nodeId} in run ${runId} is gone`);
  return row.granted;
};
