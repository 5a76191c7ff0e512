import type { Connection } from '../../database/database.ts';
import { campaignEventTypes } from '../projects/campaign-event-types.ts';

export interface WalkMessageRow {
  readonly id: string;
  readonly nodeId: string;
  readonly visit: number;
  readonly status: string;
  readonly recipient: string;
  readonly sender: string;
  readonly text: string;
  readonly parts: number;
  readonly error: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly endedAt: Date | null;
}

/** The messages of some steps of a walk, in their order, found by the key that makes each of them the only one of its visit. */
export const readWalkMessages = async (
  connection: Connection,
  {
    projectId,
    runIds,
    nodeIds,
    walkId,
    from,
    to,
  }: {
    projectId: string;
    runIds: readonly string[];
    nodeIds: readonly string[];
    walkId: string;
    from: number;
    to: number;
  },
): Promise<WalkMessageRow[]> => {
  const { rows } = await connection.query<WalkMessageRow>(
    `SELECT id, node_id AS "nodeId", visit, status::text AS status, recipient, sender, text, parts, error,
       created_at AS "createdAt", sent_at AS "sentAt", ended_at AS "endedAt"
     FROM message WHERE project_id = $1 AND run_id = ANY($2::uuid[]) AND node_id = ANY($3::text[]) AND enrolment_id = $4
       AND visit BETWEEN $5 AND $6
     ORDER BY visit`,
    [projectId, runIds, nodeIds, walkId, from, to],
  );
  return rows;
};

/** The sentence of each refusal that a customer's events tell of a scenario, by number of the node and second since 1970. */
export const readRefusalSentences = async (
  connection: Connection,
  {
    projectId,
    customerId,
    scenarioId,
    seconds,
  }: { projectId: string; customerId: string; scenarioId: string; seconds: readonly number[] },
): Promise<ReadonlyMap<string, string>> => {
  if (seconds.length === 0) return new Map();
  const { rows } = await connection.query<{ number: string; second: string; message: string }>(
    `SELECT properties->>'action_id' AS number, floor(extract(epoch FROM timestamp))::bigint::text AS second,
       properties->>'message' AS message
     FROM customer_event WHERE customer_id = $1 AND project_id = $2 AND type = ANY(${campaignEventTypes('$2')})
       AND timestamp >= to_timestamp($4) AND timestamp < to_timestamp($5) AND properties->>'campaign_id' = $3
       AND properties->>'status' IN ('suppressed', 'enqueue_failed') AND properties->>'message' IS NOT NULL
     ORDER BY timestamp DESC LIMIT 1000`,
    [customerId, projectId, scenarioId, Math.min(...seconds), Math.max(...seconds) + 1],
  );
  return new Map(rows.map(({ number, second, message }) => [`${number} ${second}`, message]));
};
