import type { PoolClient } from 'pg';
import type { ScenarioDocument } from '@curlew/scenario';
import type { ScenarioStatus } from '@curlew/contract';
import type { Connection } from '../../database/database.ts';

export interface ScenarioRow {
  readonly id: string;
  readonly name: string;
  readonly status: ScenarioStatus;
  readonly revision: number;
  readonly document: unknown;
  readonly tags: readonly string[];
  readonly folderId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly updatedBy: string;
}

/** With `lock`, other writers of this scenario wait until the transaction ends. */
export const readScenario = async (
  connection: Connection,
  { projectId, id, lock = false }: { projectId: string; id: string; lock?: boolean },
): Promise<ScenarioRow | null> => {
  const { rows } = await connection.query<ScenarioRow>(
    `SELECT id, name, status::text AS status, revision, document, tags, folder_id AS "folderId", created_at AS "createdAt",
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
  readonly tags: readonly string[];
  readonly folderId: string | null;
  readonly ownerId: string;
  readonly by: string;
}

export const insertScenario = async (connection: PoolClient, scenario: NewScenario): Promise<void> => {
  await connection.query(
    `INSERT INTO scenario (id, project_id, name, document, tags, folder_id, owner_id, created_by, updated_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [
      scenario.id,
      scenario.projectId,
      scenario.name,
      JSON.stringify(scenario.document),
      scenario.tags,
      scenario.folderId,
      scenario.ownerId,
      scenario.by,
    ],
  );
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

export const readNames = async (connection: Connection, projectId: string): Promise<string[]> => {
  const { rows } = await connection.query<{ name: string }>(
    'SELECT name FROM scenario WHERE project_id = $1',
    [projectId],
  );
  return rows.map(({ name }) => name);
};
