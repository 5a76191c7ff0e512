import type { PoolClient } from 'pg';

export interface SplitTestKey {
  readonly projectId: string;
  readonly runId: string;
  readonly nodeId: string;
}

export interface SplitTestRow {
  readonly beganAt: Date;
  readonly decidedAt: Date | null;
  readonly winner: string | null;
}

const columns = 'began_at AS "beganAt", decided_at AS "decidedAt", winner';

export const readSplitTest = async (
  connection: PoolClient,
  { runId, nodeId }: SplitTestKey,
): Promise<SplitTestRow | undefined> => {
  const { rows } = await connection.query<SplitTestRow>(
    `SELECT ${columns} FROM split_test WHERE run_id = $1 AND node_id = $2`,
    [runId, nodeId],
  );
  return rows[0];
};

/** The same, while nobody else decides it until the transaction ends. */
export const lockSplitTest = async (
  connection: PoolClient,
  { runId, nodeId }: SplitTestKey,
): Promise<SplitTestRow | undefined> => {
  const { rows } = await connection.query<SplitTestRow>(
    `SELECT ${columns} FROM split_test WHERE run_id = $1 AND node_id = $2 FOR UPDATE`,
    [runId, nodeId],
  );
  return rows[0];
};

/** Whoever comes first begins them; the others find them begun. */
export const beginSplitTests = async (
  connection: PoolClient,
  { projectId, runId, at }: Omit<SplitTestKey, 'nodeId'> & { at: Date },
  nodeIds: readonly string[],
): Promise<void> => {
  if (nodeIds.length === 0) return;
  await connection.query(
    `INSERT INTO split_test (run_id, node_id, project_id, began_at)
     SELECT $1, node_id, $2, $3 FROM unnest($4::text[]) AS node_id ORDER BY node_id ON CONFLICT DO NOTHING`,
    [runId, projectId, at, nodeIds],
  );
};

/** Decides it; the caller holds its lock. */
export const decideSplitTest = async (
  connection: PoolClient,
  { runId, nodeId, at, winner }: SplitTestKey & { at: Date; winner: string | null },
): Promise<void> => {
  await connection.query(
    `UPDATE split_test SET decided_at = $3, winner = $4 WHERE run_id = $1 AND node_id = $2`,
    [runId, nodeId, at, winner],
  );
};

/** How a variant did: customers who were tried with it, and those with whom it came to what is wanted. */
export interface VariantResult {
  readonly variantId: string;
  readonly tried: number;
  readonly succeeded: number;
}

interface Question extends SplitTestKey {
  readonly nodeNumber: number;
  readonly variantIds: readonly string[];
  /** What customers are to do after the split; null: click in a message sent to them after it. */
  readonly event: string | null;
}

/** The runs that a test goes through: its own, and those that customers were moved from, which took it with them. */
const readTestRuns = async (
  connection: PoolClient,
  { runId, nodeId, projectId }: SplitTestKey,
): Promise<string[]> => {
  const { rows } = await connection.query<{ id: string }>(
    `SELECT r.id FROM split_test own JOIN run o ON o.id = own.run_id JOIN run r ON r.scenario_id = o.scenario_id
       JOIN split_test t ON t.run_id = r.id AND t.node_id = own.node_id AND t.began_at = own.began_at
     WHERE own.run_id = $1 AND own.node_id = $2 AND own.project_id = $3`,
    [runId, nodeId, projectId],
  );
  return rows.map(({ id }) => id);
};

// The first time each enrolment left the split, by which variant and when.
const taken = `SELECT e.id, e.customer_id, step.variant, to_timestamp(step.at) AS at FROM enrolment e
  CROSS JOIN LATERAL (SELECT s->>1 AS variant, (s->>2)::bigint AS at FROM jsonb_array_elements(way_taken(e.path)) AS s
    WHERE jsonb_typeof(s->0) = 'number' AND (s->>0)::int = $2 AND s->>1 = ANY($3::text[]) LIMIT 1) step
  WHERE e.run_id = ANY($1::uuid[])`;

const byEvent = `SELECT t.variant AS "variantId", count(DISTINCT t.customer_id)::int AS tried,
    count(DISTINCT t.customer_id) FILTER (WHERE EXISTS (SELECT FROM customer_event v
      WHERE v.customer_id = t.customer_id AND v.project_id = $4 AND v.type = $5 AND v.timestamp >= t.at))::int AS succeeded
  FROM (${taken}) t GROUP BY 1`;

const byClick = `SELECT t.variant AS "variantId", count(DISTINCT t.customer_id)::int AS tried,
    count(DISTINCT t.customer_id) FILTER (WHERE EXISTS (SELECT FROM short_link l
      WHERE l.message_id = m.id AND l.clicks > 0))::int AS succeeded
  FROM (${taken}) t JOIN message m ON m.run_id = ANY($1::uuid[]) AND m.enrolment_id = t.id AND m.project_id = $4
    AND m.created_at >= t.at AND (m.status IN ('sent', 'delivered')
      OR (m.status IN ('failed', 'rejected', 'expired', 'cancelled') AND m.sent_at IS NOT NULL)) GROUP BY 1`;

/** How the variants of a split did so far in its test. Reads every walk of its runs: asked once for each split. */
export const readVariantResults = async (
  connection: PoolClient,
  { nodeNumber, variantIds, event, ...test }: Question,
): Promise<VariantResult[]> => {
  const runIds = await readTestRuns(connection, test);
  const values = [runIds, nodeNumber, variantIds, test.projectId];
  const { rows } = await connection.query<VariantResult>(
    event === null ? byClick : byEvent,
    event === null ? values : [...values, event],
  );
  return rows;
};
