import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';

/** Where a list of unknown messages goes on: after this message of this batch. */
export interface UnknownPlace {
  readonly batchId: string;
  readonly messageId: string;
}

export interface UnknownRow {
  readonly id: string;
  readonly batchId: string;
  readonly customerId: string;
  readonly recipient: string;
  readonly runId: string | null;
  readonly testSendId: string | null;
  readonly nodeId: string;
  readonly integrationId: string;
  readonly integrationName: string | null;
  readonly provider: string | null;
  readonly scenarioId: string | null;
  readonly scenarioName: string | null;
  readonly claimedAt: Date | null;
  readonly error: string | null;
}

export interface UnknownQuery {
  readonly projectId: string;
  /** Of this run only; null: of all, and tests. */
  readonly runId: string | null;
  readonly after: UnknownPlace | null;
  readonly limit: number;
}

/**
 * Unknown messages, those of the latest request first. They are found by their requests, which stay `unknown` until every message of
 * them is settled.
 */
export const readUnknown = async (
  connection: Connection,
  { projectId, runId, after, limit }: UnknownQuery,
): Promise<UnknownRow[]> => {
  const { rows } = await connection.query<UnknownRow>(
    `SELECT m.id, b.id AS "batchId", m.customer_id AS "customerId", m.recipient, m.run_id AS "runId",
       m.test_send_id AS "testSendId", m.node_id AS "nodeId", m.integration_id AS "integrationId",
       i.name AS "integrationName", i.provider, s.id AS "scenarioId", coalesce(s.name, t.scenario_name) AS "scenarioName",
       m.claimed_at AS "claimedAt", m.error
     FROM send_batch b CROSS JOIN LATERAL (
       SELECT * FROM message WHERE batch_id = b.id AND project_id = $1 AND status = 'unknown'
         AND ($2::uuid IS NULL OR run_id = $2) AND ($3::uuid IS NULL OR b.id < $3 OR id < $4)
       ORDER BY id DESC LIMIT $5) m
     LEFT JOIN run r ON r.id = m.run_id LEFT JOIN test_send t ON t.id = m.test_send_id
     LEFT JOIN scenario s ON s.id = coalesce(r.scenario_id, t.scenario_id) AND s.project_id = $1
     LEFT JOIN integration i ON i.id = m.integration_id AND i.project_id = $1
     WHERE b.project_id = $1 AND b.status = 'unknown' AND ($3::uuid IS NULL OR b.id <= $3)
     ORDER BY b.id DESC, m.id DESC LIMIT $5`,
    [projectId, runId, after?.batchId ?? null, after?.messageId ?? null, limit],
  );
  return rows;
};

export interface AskedMessage {
  readonly id: string;
  readonly integrationId: string;
}

/** The ones of these messages of a project that are unknown. */
export const readUnknownAmong = async (
  connection: Connection,
  projectId: string,
  ids: readonly string[],
): Promise<AskedMessage[]> => {
  const { rows } = await connection.query<AskedMessage>(
    `SELECT id, integration_id AS "integrationId" FROM message
     WHERE project_id = $1 AND id = ANY($2::uuid[]) AND status = 'unknown' ORDER BY id`,
    [projectId, ids],
  );
  return rows;
};

export interface UnknownBatch {
  readonly id: string;
  readonly integrationId: string;
}

/** Requests that these unknown messages, or those of a run, left in, the latest first, from before one of them. */
export const readUnknownBatches = async (
  connection: Connection,
  {
    projectId,
    messageIds,
    runId,
    before,
    limit,
  }: {
    projectId: string;
    messageIds: readonly string[] | null;
    runId: string | null;
    before: string | null;
    limit: number;
  },
): Promise<UnknownBatch[]> => {
  const { rows } = await connection.query<UnknownBatch>(
    `SELECT b.id, b.integration_id AS "integrationId" FROM send_batch b
     WHERE b.project_id = $1 AND b.status = 'unknown' AND ($4::uuid IS NULL OR b.id < $4)
       AND EXISTS (SELECT FROM message m WHERE m.batch_id = b.id AND m.status = 'unknown'
         AND ($2::uuid[] IS NULL OR m.id = ANY($2)) AND ($3::uuid IS NULL OR m.run_id = $3))
     ORDER BY b.id DESC LIMIT $5`,
    [projectId, messageIds, runId, before, limit],
  );
  return rows;
};

/** The kinds of operator of a project's integrations, by id. */
export const readProviders = async (
  connection: PoolClient,
  projectId: string,
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await connection.query<{ id: string; provider: string }>(
    'SELECT id, provider FROM integration WHERE project_id = $1',
    [projectId],
  );
  return new Map(rows.map(({ id, provider }) => [id, provider]));
};
