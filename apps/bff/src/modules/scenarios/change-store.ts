import type { ScenarioStatus } from '@curlew/contract';
import type { PoolClient } from 'pg';

export interface ChangeableScenario {
  readonly id: string;
  readonly name: string;
  readonly status: ScenarioStatus;
  readonly tags: readonly string[];
  readonly folderId: string | null;
  readonly ownerId: string | null;
  readonly hasRun: boolean;
}

/** Those of these that the project has; nobody else changes them until the transaction ends. */
export const lockScenarios = async (
  connection: PoolClient,
  projectId: string,
  ids: readonly string[],
): Promise<ChangeableScenario[]> => {
  const { rows } = await connection.query<ChangeableScenario>(
    `SELECT s.id, s.name, s.status::text AS status, s.tags, s.folder_id AS "folderId", s.owner_id AS "ownerId",
       EXISTS (SELECT FROM run r WHERE r.scenario_id = s.id) AS "hasRun"
     FROM scenario s WHERE s.project_id = $1 AND s.id = ANY($2::uuid[]) ORDER BY s.id FOR UPDATE OF s`,
    [projectId, ids],
  );
  return rows;
};

export const updateName = async (
  connection: PoolClient,
  { id, name, by }: { id: string; name: string; by: string },
): Promise<void> => {
  await connection.query('UPDATE scenario SET name = $2, updated_by = $3, updated_at = now() WHERE id = $1', [
    id,
    name,
    by,
  ]);
};

// Where a scenario lies, whose it is and how it is tagged says nothing of its content: it is not edited thereby.

export const updateOwner = async (
  connection: PoolClient,
  id: string,
  ownerId: string | null,
): Promise<void> => {
  await connection.query('UPDATE scenario SET owner_id = $2 WHERE id = $1', [id, ownerId]);
};

export const updateFolder = async (
  connection: PoolClient,
  ids: readonly string[],
  folderId: string | null,
): Promise<void> => {
  await connection.query('UPDATE scenario SET folder_id = $2 WHERE id = ANY($1::uuid[])', [ids, folderId]);
};

export const updateTags = async (
  connection: PoolClient,
  scenarios: readonly { readonly id: string; readonly tags: readonly string[] }[],
): Promise<void> => {
  await connection.query(
    `UPDATE scenario s SET tags = ARRAY(SELECT jsonb_array_elements_text(new.tags))
     FROM jsonb_to_recordset($1::jsonb) AS new(id uuid, tags jsonb) WHERE s.id = new.id`,
    [JSON.stringify(scenarios.map(({ id, tags }) => ({ id, tags })))],
  );
};

export const updateStatuses = async (
  connection: PoolClient,
  scenarios: readonly { readonly id: string; readonly status: ScenarioStatus }[],
): Promise<void> => {
  await connection.query(
    `UPDATE scenario s SET status = new.status
     FROM unnest($1::uuid[], $2::scenario_status[]) AS new(id, status) WHERE s.id = new.id`,
    [scenarios.map(({ id }) => id), scenarios.map(({ status }) => status)],
  );
};
