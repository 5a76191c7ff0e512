import type { PoolClient } from 'pg';
import type { ScenarioDocument } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';

export interface NewRun {
  readonly runId: string;
  readonly versionId: string;
  readonly projectId: string;
  readonly scenarioId: string;
  readonly name: string;
  readonly document: ScenarioDocument;
  readonly by: string;
}

/** Pins the version and makes its run. */
export const insertVersionAndRun = async (connection: PoolClient, run: NewRun): Promise<void> => {
  await connection.query(
    `INSERT INTO scenario_version (id, project_id, scenario_id, number, name, document, created_by)
     SELECT $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6 FROM scenario_version WHERE scenario_id = $3`,
    [run.versionId, run.projectId, run.scenarioId, run.name, JSON.stringify(run.document), run.by],
  );
  await connection.query(
    `INSERT INTO run (id, project_id, scenario_id, version_id, started_by) VALUES ($1, $2, $3, $4, $5)`,
    [run.runId, run.projectId, run.scenarioId, run.versionId, run.by],
  );
};

/** Enrols every customer of the project at a node: the audience is what it is now. Returns how many. */
export const insertEnrolments = async (
  connection: PoolClient,
  { projectId, runId, nodeId }: { projectId: string; runId: string; nodeId: string },
): Promise<number> => {
  const { rowCount } = await connection.query(
    `INSERT INTO enrolment (id, project_id, run_id, customer_id, node_id)
     SELECT new_uuid(), project_id, $2, id, $3 FROM customer WHERE project_id = $1`,
    [projectId, runId, nodeId],
  );
  return rowCount ?? 0;
};

/**
 * Reads the ids of all enrolments at a node, a thousand at a time. A cursor reads them once from end to end: a page by
 * its last id would cost a search of the whole run each time, as nothing is known yet of rows this fresh.
 */
export async function* readEnrolmentIds(
  connection: PoolClient,
  { runId, nodeId }: { runId: string; nodeId: string },
): AsyncGenerator<string[]> {
  await connection.query(
    `DECLARE enrolment_ids NO SCROLL CURSOR FOR SELECT id FROM enrolment WHERE run_id = $1 AND node_id = $2`,
    [runId, nodeId],
  );
  for (;;) {
    const { rows } = await connection.query<{ id: string }>('FETCH 1000 FROM enrolment_ids');
    if (rows.length === 0) break;
    yield rows.map((row) => row.id);
  }
  await connection.query('CLOSE enrolment_ids');
}

export const updateRunEnrolled = async (
  connection: PoolClient,
  runId: string,
  enrolled: number,
): Promise<void> => {
  await connection.query('UPDATE run SET enrolled = $2 WHERE id = $1', [runId, enrolled]);
};

/** Counts finished walks; the last one ends the run, and with it the activity of its scenario. */
export const advanceRun = async (connection: PoolClient, runId: string, walked: number): Promise<void> => {
  await connection.query(
    `WITH advanced AS (
       UPDATE run SET walked = walked + $2,
         status = CASE WHEN walked + $2 >= enrolled THEN 'finished'::run_status ELSE status END,
         finished_at = CASE WHEN walked + $2 >= enrolled THEN now() ELSE finished_at END
       WHERE id = $1 AND status = 'active' RETURNING scenario_id, status
     )
     UPDATE scenario SET status = 'inactive' FROM advanced
     WHERE scenario.id = advanced.scenario_id AND advanced.status = 'finished' AND scenario.status = 'active'`,
    [runId, walked],
  );
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
  readonly status: 'active' | 'finished';
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly startedBy: string;
  readonly enrolled: number;
  readonly walked: number;
}

const runColumns = `r.id, r.project_id AS "projectId", r.scenario_id AS "scenarioId", v.name AS "scenarioName",
  r.version_id AS "versionId", v.number AS "versionNumber", r.status::text AS status, r.started_at AS "startedAt",
  r.finished_at AS "finishedAt", r.started_by AS "startedBy", r.enrolled, r.walked`;

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
