import type { Connection } from '../../database/database.ts';

export interface SealedRow {
  readonly id: string;
  readonly secrets: Buffer;
}

/** The secrets of every project's integrations, as they are sealed: for a change of the key, which is no project's. */
export const readSealed = async (connection: Connection): Promise<SealedRow[]> => {
  const { rows } = await connection.query<SealedRow>('SELECT id, secrets FROM integration ORDER BY id');
  return rows;
};

/** False where they were replaced meanwhile: by another process that seals them anew, or by a person. */
export const replaceSealed = async (
  connection: Connection,
  { id, secrets, renewed }: SealedRow & { readonly renewed: Uint8Array },
): Promise<boolean> => {
  const { rowCount } = await connection.query(
    'UPDATE integration SET secrets = $3 WHERE id = $1 AND secrets = $2',
    [id, secrets, Buffer.from(renewed)],
  );
  return rowCount === 1;
};
