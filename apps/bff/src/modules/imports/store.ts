import type { PoolClient } from 'pg';
import type { ColumnMapping, Import, ImportError } from '@curlew/contract';
import type { Connection, Database } from '../../database/database.ts';

export interface ImportRow {
  readonly id: string;
  readonly projectId: string;
  readonly fileName: string;
  readonly status: Import['status'];
  readonly columns: string[];
  readonly sample: string[][];
  /** The suggestion until the import is run, then what it is run with. */
  readonly mapping: ColumnMapping[];
  readonly rowsRead: number;
  readonly customersCreated: number;
  readonly customersUpdated: number;
  readonly rowsRefused: number;
  readonly problem: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const columns = `id, project_id AS "projectId", file_name AS "fileName", status::text AS status, columns, sample, mapping,
  rows_read AS "rowsRead", customers_created AS "customersCreated", customers_updated AS "customersUpdated",
  rows_refused AS "rowsRefused", problem, created_by AS "createdBy", created_at AS "createdAt",
  finished_at AS "finishedAt"`;

export interface NewImport extends Pick<
  ImportRow,
  'id' | 'projectId' | 'fileName' | 'columns' | 'sample' | 'mapping' | 'createdBy'
> {
  readonly content: Buffer;
}

export const insertImport = async (connection: Connection, row: NewImport): Promise<void> => {
  await connection.query(
    `INSERT INTO customer_import (id, project_id, file_name, content, columns, sample, mapping, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      row.id,
      row.projectId,
      row.fileName,
      row.content,
      JSON.stringify(row.columns),
      JSON.stringify(row.sample),
      JSON.stringify(row.mapping),
      row.createdBy,
    ],
  );
};

export const readImport = async (
  connection: Connection,
  projectId: string,
  id: string,
): Promise<ImportRow | null> => {
  const { rows } = await connection.query<ImportRow>(
    `SELECT ${columns} FROM customer_import WHERE project_id = $1 AND id = $2`,
    [projectId, id],
  );
  return rows[0] ?? null;
};

/** By id alone, for jobs. Until the transaction ends, no one else moves this import on. */
export const lockImport = async (connection: PoolClient, id: string): Promise<ImportRow | null> => {
  const { rows } = await connection.query<ImportRow>(
    `SELECT ${columns} FROM customer_import WHERE id = $1 FOR UPDATE`,
    [id],
  );
  return rows[0] ?? null;
};

/** The file; null once the import has ended. It is UTF-8, so it comes as text: bytes would come in twice their length. */
export const readContent = async ({ pool }: Database, id: string): Promise<Buffer | null> => {
  const { rows } = await pool.query<{ text: string | null }>(
    `SELECT convert_from(content, 'UTF8') AS text FROM customer_import WHERE id = $1`,
    [id],
  );
  const text = rows[0]?.text ?? null;
  return text === null ? null : Buffer.from(text);
};

export const markRunning = async (
  connection: PoolClient,
  id: string,
  mapping: readonly ColumnMapping[],
): Promise<void> => {
  await connection.query(`UPDATE customer_import SET status = 'running', mapping = $2 WHERE id = $1`, [
    id,
    JSON.stringify(mapping),
  ]);
};

export interface BatchCounts {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly refused: number;
}

export const addCounts = async (connection: PoolClient, id: string, counts: BatchCounts): Promise<void> => {
  await connection.query(
    `UPDATE customer_import SET rows_read = rows_read + $2, customers_created = customers_created + $3,
       customers_updated = customers_updated + $4, rows_refused = rows_refused + $5 WHERE id = $1`,
    [id, counts.read, counts.created, counts.updated, counts.refused],
  );
};

/** Ends an import and lets go of the file. With a problem it has failed. */
export const markEnded = async (
  connection: PoolClient,
  id: string,
  problem: string | null,
): Promise<void> => {
  await connection.query(
    `UPDATE customer_import SET status = (CASE WHEN $2::text IS NULL THEN 'finished' ELSE 'failed' END)::import_status,
       problem = $2, content = NULL, finished_at = now() WHERE id = $1`,
    [id, problem],
  );
};

export const insertErrors = async (
  connection: PoolClient,
  { id, projectId }: { id: string; projectId: string },
  errors: readonly ImportError[],
): Promise<void> => {
  if (errors.length === 0) return;
  await connection.query(
    `INSERT INTO customer_import_error (import_id, project_id, line, reason, row)
     SELECT $1, $2, n.line, n.reason, n.row FROM unnest($3::int[], $4::text[], $5::text[]) AS n (line, reason, row)`,
    [
      id,
      projectId,
      errors.map(({ line }) => line),
      errors.map(({ reason }) => reason),
      errors.map(({ row }) => row),
    ],
  );
};

/** In file order, the ones after a line. */
export const readErrors = async (
  { pool }: Database,
  where: { projectId: string; importId: string },
  { afterLine, limit }: { afterLine: number; limit: number },
): Promise<ImportError[]> => {
  const { rows } = await pool.query<ImportError>(
    `SELECT line, reason, row FROM customer_import_error
     WHERE project_id = $1 AND import_id = $2 AND line > $3 ORDER BY line LIMIT $4`,
    [where.projectId, where.importId, afterLine, limit],
  );
  return rows;
};
