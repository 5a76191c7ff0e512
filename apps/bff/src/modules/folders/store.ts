import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';

/** Scenarios of a project by folder, null for none. */
export interface FolderCountRow {
  readonly id: string | null;
  readonly name: string | null;
  readonly scenarioCount: number;
  readonly archivedCount: number;
}

const counts = `count(s.id) FILTER (WHERE s.status <> 'archived')::int AS "scenarioCount",
  count(s.id) FILTER (WHERE s.status = 'archived')::int AS "archivedCount"`;

/** Every folder by name, and after them the scenarios in none. */
export const readFolderCounts = async (
  connection: Connection,
  projectId: string,
): Promise<FolderCountRow[]> => {
  const { rows } = await connection.query<FolderCountRow>(
    `(SELECT f.id, f.name, ${counts} FROM scenario_folder f LEFT JOIN scenario s ON s.folder_id = f.id
      WHERE f.project_id = $1 GROUP BY f.id ORDER BY lower(f.name), f.id)
     UNION ALL
     SELECT NULL, NULL, ${counts} FROM scenario s WHERE s.project_id = $1 AND s.folder_id IS NULL`,
    [projectId],
  );
  return rows;
};

interface FolderRow {
  readonly id: string;
  readonly name: string;
}

/** The folder, which cannot be deleted until the transaction ends; null when the project has no such folder. */
export const lockFolderRow = async (
  connection: PoolClient,
  { projectId, folderId }: { projectId: string; folderId: string },
): Promise<FolderRow | null> => {
  const { rows } = await connection.query<FolderRow>(
    'SELECT id, name FROM scenario_folder WHERE project_id = $1 AND id = $2 FOR SHARE',
    [projectId, folderId],
  );
  return rows[0] ?? null;
};

/** Whether another folder of the project has this name, whatever its case. */
export const hasFolderNamed = async (
  connection: PoolClient,
  { projectId, name, exceptId }: { projectId: string; name: string; exceptId: string },
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    'SELECT FROM scenario_folder WHERE project_id = $1 AND lower(name) = lower($2) AND id <> $3 LIMIT 1',
    [projectId, name, exceptId],
  );
  return rowCount === 1;
};

/** One change of a project's folders at a time: whoever comes second sees what the first one made. */
export const lockFoldersOf = async (connection: PoolClient, projectId: string): Promise<void> => {
  await connection.query('SELECT FROM project WHERE id = $1 FOR NO KEY UPDATE', [projectId]);
};

export const insertFolder = async (
  connection: PoolClient,
  { projectId, id, name }: { projectId: string; id: string; name: string },
): Promise<void> => {
  await connection.query('INSERT INTO scenario_folder (id, project_id, name) VALUES ($1, $2, $3)', [
    id,
    projectId,
    name,
  ]);
};

export const updateFolderName = async (connection: PoolClient, id: string, name: string): Promise<void> => {
  await connection.query('UPDATE scenario_folder SET name = $2 WHERE id = $1', [id, name]);
};

/** Its scenarios are in no folder afterwards. They are locked in the order that everyone locks several of them in. */
export const deleteFolderRow = async (connection: PoolClient, id: string): Promise<void> => {
  // Nobody puts more into it meanwhile.
  await connection.query('SELECT FROM scenario_folder WHERE id = $1 FOR UPDATE', [id]);
  await connection.query('SELECT FROM scenario WHERE folder_id = $1 ORDER BY id FOR UPDATE', [id]);
  await connection.query('DELETE FROM scenario_folder WHERE id = $1', [id]);
};
