import type { PoolClient } from 'pg';

export interface HeldRow {
  readonly id: string;
  readonly isDefault: boolean;
}

/** These integrations are not deleted until the transaction ends; those that are gone are not among what it returns. */
export const holdRows = async (connection: PoolClient, ids: readonly string[]): Promise<Set<string>> => {
  const { rows } = await connection.query<{ id: string }>(
    'SELECT id FROM integration WHERE id = ANY($1::uuid[]) ORDER BY id FOR KEY SHARE',
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
};

/** The same for all of a project. */
export const holdRowsOf = async (connection: PoolClient, projectId: string): Promise<HeldRow[]> => {
  const { rows } = await connection.query<HeldRow>(
    `SELECT id, is_default AS "isDefault" FROM integration WHERE project_id = $1 ORDER BY id FOR KEY SHARE`,
    [projectId],
  );
  return rows;
};

/** Waits for those who hold it; from then on nobody does until the transaction ends. */
export const takeRow = async (
  connection: PoolClient,
  { projectId, integrationId }: { projectId: string; integrationId: string },
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    'SELECT FROM integration WHERE project_id = $1 AND id = $2 FOR UPDATE',
    [projectId, integrationId],
  );
  return rowCount === 1;
};
