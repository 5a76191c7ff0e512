import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';
import { isSendingSql } from './counts-store.ts';

export interface OpenRun {
  readonly id: string;
  /** The first of the runs that took the place of one another, this the last of them; itself where it took nobody's. */
  readonly firstId: string;
  readonly versionId: string;
  readonly status: 'active' | 'finishing';
  readonly isPaused: boolean;
  /** Whether it sends a message again to those whom it did not reach. */
  readonly isResend: boolean;
  readonly startedAt: Date;
  /** Since when the scenario goes on without a break. */
  readonly begunAt: Date;
  /** Of the draft that it runs; null where that was not noted. */
  readonly revision: number | null;
}

const columns = `id, coalesce(first_id, id) AS "firstId", version_id AS "versionId", status::text AS status, paused_at IS NOT NULL AS "isPaused",
  resend_of_id IS NOT NULL AS "isResend",
  started_at AS "startedAt", begun_at AS "begunAt",
  (SELECT v.revision FROM scenario_version v WHERE v.id = run.version_id) AS revision`;

const openRuns = `SELECT ${columns} FROM run
  WHERE project_id = $1 AND scenario_id = $2 AND status IN ('active', 'finishing') ORDER BY id`;

/** A run that goes on, or whose messages do. */
export interface BusyRun extends Omit<OpenRun, 'status'> {
  readonly status: OpenRun['status'] | 'finished';
}

interface Where {
  readonly projectId: string;
  readonly scenarioId: string;
}

/** The runs of a scenario that go on, which nobody else changes until the transaction ends. */
export const lockOpenRuns = async (
  connection: PoolClient,
  { projectId, scenarioId }: Where,
): Promise<OpenRun[]> => {
  const { rows } = await connection.query<OpenRun>(`${openRuns} FOR NO KEY UPDATE`, [projectId, scenarioId]);
  return rows;
};

/** The same, and those whose walks are over while messages of theirs still wait to be sent. */
export const lockBusyRuns = async (
  connection: PoolClient,
  { projectId, scenarioId }: Where,
): Promise<BusyRun[]> => {
  const { rows } = await connection.query<BusyRun>(
    `SELECT ${columns} FROM run WHERE project_id = $1 AND scenario_id = $2
       AND (status IN ('active', 'finishing') OR ${isSendingSql('run')})
     ORDER BY id FOR NO KEY UPDATE`,
    [projectId, scenarioId],
  );
  return rows;
};

export const readOpenRuns = async (
  connection: Connection,
  { projectId, scenarioId }: Where,
): Promise<OpenRun[]> => {
  const { rows } = await connection.query<OpenRun>(openRuns, [projectId, scenarioId]);
  return rows;
};

export const updateRunsFinishing = async (
  connection: PoolClient,
  runIds: readonly string[],
): Promise<void> => {
  await connection.query(`UPDATE run SET status = 'finishing', is_open = FALSE WHERE id = ANY($1::uuid[])`, [
    runIds,
  ]);
};

export const updateRunsStopped = async (
  connection: PoolClient,
  { runIds, at }: { runIds: readonly string[]; at: Date },
): Promise<void> => {
  await connection.query(
    `UPDATE run SET status = 'stopped', is_open = FALSE, paused_at = NULL, finished_at = $2 WHERE id = ANY($1::uuid[])`,
    [runIds, at],
  );
};

/** Everyone inside leaves; what they were to get before is sent, when it is not paused any more. */
export const updateRunLeft = async (
  connection: PoolClient,
  { runId, at }: { runId: string; at: Date },
): Promise<void> => {
  await connection.query(
    `UPDATE run SET status = 'finished', is_left = TRUE, is_open = FALSE,
       finished_at = coalesce(finished_at, $2) WHERE id = $1`,
    [runId, at],
  );
};

export const updateRunsPaused = async (
  connection: PoolClient,
  { runIds, at }: { runIds: readonly string[]; at: Date | null },
): Promise<void> => {
  await connection.query('UPDATE run SET paused_at = $2 WHERE id = ANY($1::uuid[])', [runIds, at]);
};

export const updateScenarioStatus = async (
  connection: PoolClient,
  { scenarioId, status }: { scenarioId: string; status: 'active' | 'finishing' | 'inactive' },
): Promise<void> => {
  await connection.query('UPDATE scenario SET status = $2::scenario_status WHERE id = $1', [
    scenarioId,
    status,
  ]);
};

export interface InsideRow {
  readonly runId: string;
  readonly nodeId: string;
  readonly inside: number;
}

/** How many stand at each node of runs, by their counts. */
export const readInside = async (connection: Connection, runIds: readonly string[]): Promise<InsideRow[]> => {
  const { rows } = await connection.query<InsideRow>(
    `SELECT run_id AS "runId", node_id AS "nodeId",
       (coalesce(sum(value) FILTER (WHERE counter = 'entered'), 0)
         - coalesce(sum(value) FILTER (WHERE counter = 'left'), 0))::int AS inside
     FROM node_count WHERE run_id = ANY($1::uuid[]) GROUP BY 1, 2 ORDER BY 3 DESC, 2`,
    [runIds],
  );
  return rows.filter(({ inside }) => inside > 0);
};
