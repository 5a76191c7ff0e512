import type { Connection } from '../../database/database.ts';
import { sendingSql } from '../messages/sending-sql.ts';
import type { RunStatus } from '../runs/run-state.ts';

export interface CandidateRun {
  readonly runId: string;
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly versionNumber: number;
  readonly status: RunStatus;
  readonly pausedAt: Date | null;
  readonly startedAt: Date;
}

/** Runs of a project from before one of them, the latest first; `runId`: that one only. */
export const readCandidates = async (
  connection: Connection,
  {
    projectId,
    runId,
    before,
    limit,
  }: { projectId: string; runId: string | null; before: string | null; limit: number },
): Promise<CandidateRun[]> => {
  const { rows } = await connection.query<CandidateRun>(
    `SELECT r.id AS "runId", r.scenario_id AS "scenarioId", s.name AS "scenarioName", v.number AS "versionNumber",
       r.status::text AS status, r.paused_at AS "pausedAt", r.started_at AS "startedAt"
     FROM run r JOIN scenario s ON s.id = r.scenario_id JOIN scenario_version v ON v.id = r.version_id
     WHERE r.project_id = $1 AND ($2::uuid IS NULL OR r.id < $2) AND ($4::uuid IS NULL OR r.id = $4)
     ORDER BY r.id DESC LIMIT $3`,
    [projectId, before, limit, runId],
  );
  return rows;
};

export interface WaitingRow {
  readonly runId: string;
  readonly nodeId: string;
  readonly waiting: number;
}

/**
 * How many messages of these runs are `enqueued`, by node, the most first. Nobody counts messages: what was enqueued and has neither
 * been sent nor ended is left over, less those in requests under way at this moment. One statement sees both as of one moment.
 */
export const readWaiting = async (
  connection: Connection,
  { projectId, runIds }: { projectId: string; runIds: readonly string[] },
): Promise<WaitingRow[]> => {
  if (runIds.length === 0) return [];
  const { rows } = await connection.query<WaitingRow>(
    `WITH counted AS (
       SELECT run_id, node_id, sum(CASE counter WHEN 'enqueued' THEN value ELSE -value END) AS value FROM node_count
       WHERE run_id = ANY($2::uuid[]) AND project_id = $1
         AND counter IN ('enqueued', 'sent', 'unsent', 'unknown', 'expired', 'cancelled')
       GROUP BY 1, 2),
     sending AS (${sendingSql})
     SELECT run_id AS "runId", node_id AS "nodeId", (counted.value - coalesce(sending.value, 0))::int AS waiting
     FROM counted LEFT JOIN sending USING (run_id, node_id)
     WHERE counted.value - coalesce(sending.value, 0) > 0 ORDER BY waiting DESC, node_id`,
    [projectId, runIds],
  );
  return rows;
};
