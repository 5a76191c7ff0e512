import type { PoolClient } from 'pg';
import type { ScenarioDocument } from '@curlew/scenario';
import type { ScenarioStatus } from '@curlew/contract';
import type { Connection, Database } from '../../database/database.ts';
import { containsPattern } from '../../http/page.ts';

export interface ScenarioRow {
  readonly id: string;
  readonly name: string;
  readonly status: ScenarioStatus;
  readonly revision: number;
  readonly document: unknown;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

export interface ScenarioListRow extends Omit<ScenarioRow, 'document' | 'revision'> {
  readonly nodeCount: number;
  /** Microseconds kept, which a Date would lose: the cursor of the next page. */
  readonly updatedAtText: string;
  readonly lastRun: {
    startedAt: string;
    enrolled: number;
    sent: number;
    delivered: number;
    failed: number;
  } | null;
}

const listColumns = `s.id, s.name, s.status::text AS status, s.created_at AS "createdAt", s.updated_at AS "updatedAt",
  s.updated_at::text AS "updatedAtText", s.updated_by AS "updatedBy",
  jsonb_array_length(s.document -> 'nodes') AS "nodeCount",
  (SELECT jsonb_build_object('startedAt', to_char(r.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'enrolled', r.enrolled,
      'sent', coalesce(sum(c.value) FILTER (WHERE c.counter = 'sent'), 0),
      'delivered', coalesce(sum(c.value) FILTER (WHERE c.counter = 'delivered'), 0),
      'failed', coalesce(sum(c.value) FILTER (WHERE c.counter IN ('failed', 'rejected')), 0))
    FROM (SELECT * FROM run WHERE scenario_id = s.id ORDER BY started_at DESC LIMIT 1) r
    LEFT JOIN node_count c ON c.run_id = r.id
    GROUP BY r.id, r.started_at, r.enrolled) AS "lastRun"`;

export interface ScenarioListQuery {
  readonly projectId: string;
  readonly search: string;
  readonly after: readonly string[] | null;
  readonly limit: number;
}

/** One row more than `limit`, last edited first. */
export const readScenarios = async (
  { pool }: Database,
  query: ScenarioListQuery,
): Promise<ScenarioListRow[]> => {
  const [updatedAt = null, id = null] = query.after ?? [];
  const { rows } = await pool.query<ScenarioListRow>(
    `SELECT ${listColumns} FROM scenario s
     WHERE s.project_id = $1 AND s.status <> 'archived' AND s.name ILIKE $2
       AND ($3::timestamptz IS NULL OR (s.updated_at, s.id) < ($3::timestamptz, $4::uuid))
     ORDER BY s.updated_at DESC, s.id DESC LIMIT $5`,
    [query.projectId, containsPattern(query.search), updatedAt, id, query.limit + 1],
  );
  return rows;
};

export const readScenarioSummary = async (
  { pool }: Database,
  projectId: string,
  id: string,
): Promise<ScenarioListRow | null> => {
  const { rows } = await pool.query<ScenarioListRow>(
    `SELECT ${listColumns} FROM scenario s WHERE s.project_id = $1 AND s.id = $2`,
    [projectId, id],
  );
  return rows[0] ?? null;
};

/** With `lock`, other writers of this scenario wait until the transaction ends. */
export const readScenario = async (
  connection: Connection,
  { projectId, id, lock = false }: { projectId: string; id: string; lock?: boolean },
): Promise<ScenarioRow | null> => {
  const { rows } = await connection.query<ScenarioRow>(
    `SELECT id, name, status::text AS status, revision, document, created_at AS "createdAt",
       updated_at AS "updatedAt", updated_by AS "updatedBy"
     FROM scenario WHERE project_id = $1 AND id = $2 ${lock ? 'FOR UPDATE' : ''}`,
    [projectId, id],
  );
  return rows[0] ?? null;
};

export interface NewScenario {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly document: ScenarioDocument;
  readonly by: string;
}

export const insertScenario = async (connection: PoolClient, scenario: NewScenario): Promise<void> => {
  await connection.query(
    `INSERT INTO scenario (id, project_id, name, document, created_by, updated_by) VALUES ($1, $2, $3, $4, $5, $5)`,
    [scenario.id, scenario.projectId, scenario.name, JSON.stringify(scenario.document), scenario.by],
  );
};

export const updateScenarioName = async (
  connection: PoolClient,
  { projectId, id, name, by }: { projectId: string; id: string; name: string; by: string },
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    `UPDATE scenario SET name = $3, updated_by = $4, updated_at = now() WHERE project_id = $1 AND id = $2`,
    [projectId, id, name, by],
  );
  return rowCount === 1;
};

/** Writes the draft only on top of `revision`; null when another save came first. */
export const updateDraft = async (
  connection: PoolClient,
  draft: { projectId: string; id: string; revision: number; document: ScenarioDocument; by: string },
): Promise<{ revision: number; updatedAt: Date } | null> => {
  const { rows } = await connection.query<{ revision: number; updatedAt: Date }>(
    `UPDATE scenario SET document = $4, revision = revision + 1, updated_by = $5, updated_at = now()
     WHERE project_id = $1 AND id = $2 AND revision = $3
     RETURNING revision, updated_at AS "updatedAt"`,
    [draft.projectId, draft.id, draft.revision, JSON.stringify(draft.document), draft.by],
  );
  return rows[0] ?? null;
};

/** Deletes a scenario without runs; false when it has one or does not exist. */
export const deleteUnrunScenario = async (
  connection: PoolClient,
  projectId: string,
  id: string,
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    `DELETE FROM scenario s WHERE s.project_id = $1 AND s.id = $2
       AND NOT EXISTS (SELECT FROM run r WHERE r.scenario_id = s.id)`,
    [projectId, id],
  );
  return rowCount === 1;
};
