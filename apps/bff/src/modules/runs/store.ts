import type { PoolClient } from 'pg';
import type { ScenarioDocument } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
import { countLeavingBeforeSql, countLeavingSql, isSendingSql } from './counts-store.ts';
import { countLateSql } from '../triggers/late-starts.ts';
import type { RunStatus } from './run-state.ts';

export interface NewRun {
  readonly runId: string;
  readonly versionId: string;
  readonly projectId: string;
  readonly scenarioId: string;
  readonly name: string;
  readonly document: ScenarioDocument;
  /** Of the draft. */
  readonly revision: number;
  readonly by: string;
  readonly at: Date;
  /** Since when the scenario goes on without a break; left out: since this run. */
  readonly begunAt?: Date;
  /** The first of the runs whose place it takes; left out: it takes nobody's. */
  readonly firstId?: string;
  /** What it sends again; left out: it is any other run. */
  readonly resend?: { readonly runId: string; readonly nodeId: string };
}

/** Pins the version and makes its run. */
export const insertVersionAndRun = async (connection: PoolClient, run: NewRun): Promise<void> => {
  await connection.query(
    `INSERT INTO scenario_version (id, project_id, scenario_id, number, name, document, created_by, revision)
     SELECT $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7 FROM scenario_version WHERE scenario_id = $3`,
    [
      run.versionId,
      run.projectId,
      run.scenarioId,
      run.name,
      JSON.stringify(run.document),
      run.by,
      run.revision,
    ],
  );
  await connection.query(
    `INSERT INTO run (id, project_id, scenario_id, version_id, started_by, started_at, begun_at, first_id, resend_of_id, resend_node_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      run.runId,
      run.projectId,
      run.scenarioId,
      run.versionId,
      run.by,
      run.at,
      run.begunAt ?? run.at,
      run.firstId ?? null,
      run.resend?.runId ?? null,
      run.resend?.nodeId ?? null,
    ],
  );
};

/** Counts customers who entered. */
export const addEnrolled = async (connection: PoolClient, runId: string, count: number): Promise<void> => {
  await connection.query('UPDATE run SET enrolled = enrolled + $2 WHERE id = $1', [runId, count]);
};

// It went on until now, everyone who entered has come to an end, and nobody enters any more.
const isOverSql = `status IN ('active', 'finishing') AND walked + $2 >= enrolled AND NOT is_open`;

// Of two runs that end at once the one that locks the scenario later sees that the other has ended.
const endScenario = async (connection: PoolClient, scenarioId: string): Promise<void> => {
  await connection.query('SELECT FROM scenario WHERE id = $1 FOR NO KEY UPDATE', [scenarioId]);
  await connection.query(
    `UPDATE scenario SET status = 'inactive' WHERE id = $1 AND status IN ('active', 'finishing')
       AND NOT EXISTS (SELECT FROM run WHERE scenario_id = $1 AND status IN ('active', 'finishing'))`,
    [scenarioId],
  );
};

/**
 * Counts walks that are over, also those of a run that was stopped or left; the last one ends the run, and with the last run
 * the activity of its scenario.
 */
export const advanceRun = async (connection: PoolClient, runId: string, walked: number): Promise<void> => {
  const { rows } = await connection.query<{ scenarioId: string; isOver: boolean }>(
    `WITH advanced AS (
       UPDATE run SET walked = walked + $2,
         status = CASE WHEN ${isOverSql} THEN 'finished'::run_status ELSE status END,
         finished_at = CASE WHEN ${isOverSql} THEN now() ELSE finished_at END
       WHERE id = $1 RETURNING id, scenario_id, status
     ), unheard AS (
       DELETE FROM event_listener USING advanced WHERE run_id = advanced.id AND advanced.status = 'finished')
     SELECT scenario_id AS "scenarioId", status = 'finished' AS "isOver" FROM advanced`,
    [runId, walked],
  );
  for (const { scenarioId, isOver } of rows) if (isOver) await endScenario(connection, scenarioId);
};

/** Nobody enters any more; a run that nobody is in has come to its end. */
export const closeRun = async (connection: PoolClient, runId: string): Promise<void> => {
  await connection.query('UPDATE run SET is_open = FALSE WHERE id = $1', [runId]);
  await advanceRun(connection, runId, 0);
};

export const openRun = async (connection: PoolClient, runId: string): Promise<void> => {
  await connection.query('UPDATE run SET is_open = TRUE WHERE id = $1', [runId]);
};

export const updateScenarioActive = async (connection: PoolClient, scenarioId: string): Promise<void> => {
  await connection.query(`UPDATE scenario SET status = 'active' WHERE id = $1`, [scenarioId]);
};

export interface RunRow {
  readonly id: string;
  readonly projectId: string;
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly versionId: string;
  readonly versionNumber: number;
  /** What it sends again, with the node's name; null: it is any other run. */
  readonly resend: { readonly runId: string; readonly nodeId: string; readonly nodeName: string } | null;
  readonly status: RunStatus;
  readonly pausedAt: Date | null;
  /** Whether more may still enter. */
  readonly isOpen: boolean;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly startedBy: string;
  readonly enrolled: number;
  readonly walked: number;
  /** Inside runs that began before this one and go on. */
  readonly insideEarlier: number;
  /** Messages of runs that began before this one, whose walks are over: they wait to be sent, or are being sent. */
  readonly leavingEarlier: number;
}

const runColumns = `r.id, r.project_id AS "projectId", r.scenario_id AS "scenarioId", v.name AS "scenarioName",
  r.version_id AS "versionId", v.number AS "versionNumber", r.status::text AS status, r.paused_at AS "pausedAt",
  CASE WHEN r.resend_of_id IS NOT NULL THEN json_build_object('runId', r.resend_of_id, 'nodeId', r.resend_node_id,
    'nodeName', (SELECT n->>'name' FROM jsonb_array_elements(v.document->'nodes') n WHERE n->>'id' = r.resend_node_id)) END AS resend,
  r.is_open AS "isOpen", r.started_at AS "startedAt",
  r.finished_at AS "finishedAt", r.started_by AS "startedBy", r.enrolled, r.walked,
  (SELECT coalesce(sum(o.enrolled - o.walked), 0)::int FROM run o WHERE o.scenario_id = r.scenario_id
    AND (o.started_at, o.id) < (r.started_at, r.id) AND o.status IN ('active', 'finishing')) AS "insideEarlier",
  ${countLeavingBeforeSql('r')} AS "leavingEarlier"`;

export const readLatestRun = async (
  connection: Connection,
  { projectId, scenarioId }: { projectId: string; scenarioId: string },
): Promise<RunRow | null> => {
  const { rows } = await connection.query<RunRow>(
    `SELECT ${runColumns} FROM run r JOIN scenario_version v ON v.id = r.version_id
     WHERE r.project_id = $1 AND r.scenario_id = $2 ORDER BY r.started_at DESC, r.id DESC LIMIT 1`,
    [projectId, scenarioId],
  );
  return rows[0] ?? null;
};

/** A run in a list. */
export interface ListedRun extends RunRow {
  readonly lateStarts: number;
  /** Messages that wait to be sent, or are being sent. */
  readonly leaving: number;
  /** What its scenario is called now. */
  readonly currentName: string;
}

const listedColumns = `${runColumns}, ${countLateSql('r.id')} AS "lateStarts",
  ${countLeavingSql('r.id')} AS leaving, s.name AS "currentName"`;
const listedTables = `run r JOIN scenario_version v ON v.id = r.version_id JOIN scenario s ON s.id = r.scenario_id`;

/** Runs of a project that began before one of them, the newest first: all, or those that go on or whose messages do. */
export const readProjectRuns = async (
  connection: Connection,
  {
    projectId,
    isGoing,
    before,
    limit,
  }: { projectId: string; isGoing: boolean; before: string | null; limit: number },
): Promise<ListedRun[]> => {
  const { rows } = await connection.query<ListedRun>(
    `SELECT ${listedColumns} FROM ${listedTables}
     WHERE r.project_id = $1 AND ($2::uuid IS NULL OR r.id < $2) AND (NOT $3 OR r.status IN ('active', 'finishing') OR ${isSendingSql('r')})
     ORDER BY r.id DESC LIMIT $4`,
    [projectId, before, isGoing, limit],
  );
  return rows;
};

/** The latest runs of a scenario, the newest first. */
export const readRuns = async (
  connection: Connection,
  { projectId, scenarioId }: { projectId: string; scenarioId: string },
  limit: number,
): Promise<ListedRun[]> => {
  const { rows } = await connection.query<ListedRun>(
    `SELECT ${listedColumns} FROM ${listedTables}
     WHERE r.project_id = $1 AND r.scenario_id = $2 ORDER BY r.started_at DESC, r.id DESC LIMIT $3`,
    [projectId, scenarioId, limit],
  );
  return rows;
};

/** By id alone: for jobs, whose run was made within its project. */
export const readRun = async (connection: Connection, runId: string): Promise<RunRow | null> => {
  const { rows } = await connection.query<RunRow>(
    `SELECT ${runColumns} FROM run r JOIN scenario_version v ON v.id = r.version_id WHERE r.id = $1`,
    [runId],
  );
  return rows[0] ?? null;
};

export const readVersionDocument = async (connection: Connection, versionId: string): Promise<unknown> => {
  const { rows } = await connection.query<{ document: unknown }>(
    'SELECT document FROM scenario_version WHERE id = $1',
    [versionId],
  );
  return rows[0]?.document;
};
