import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';
import { newId } from '../../new-id.ts';

export interface AuditRecord {
  readonly projectId: string;
  readonly userId: string;
  /** What was done, as `noun.verb`. */
  readonly action: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export const insertAuditEntry = async (connection: PoolClient, record: AuditRecord): Promise<string> => {
  const id = newId();
  await connection.query(
    `INSERT INTO audit_entry (id, project_id, user_id, action, subject_id, detail) VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      id,
      record.projectId,
      record.userId,
      record.action,
      record.subjectId,
      JSON.stringify(record.detail ?? {}),
    ],
  );
  return id;
};

export const addAuditDetail = async (
  connection: Connection,
  { projectId, entryId }: { projectId: string; entryId: string },
  detail: Readonly<Record<string, unknown>>,
): Promise<void> => {
  await connection.query(
    'UPDATE audit_entry SET detail = detail || $3::jsonb WHERE project_id = $1 AND id = $2',
    [projectId, entryId, JSON.stringify(detail)],
  );
};

/** How often something was done in a project since a moment. */
export const countAuditEntries = async (
  connection: PoolClient,
  { projectId, action, since }: { projectId: string; action: string; since: Date },
): Promise<number> => {
  const { rows } = await connection.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM audit_entry WHERE project_id = $1 AND at > $3 AND action = $2',
    [projectId, action, since],
  );
  return rows[0]?.count ?? 0;
};

/** When something was last done to a thing, and what is kept of it. */
export const readLastAuditEntry = async (
  connection: Connection,
  { projectId, action, subjectId }: { projectId: string; action: string; subjectId: string },
): Promise<{ at: Date; detail: Readonly<Record<string, unknown>> } | null> => {
  const { rows } = await connection.query<{ at: Date; detail: Readonly<Record<string, unknown>> }>(
    `SELECT at, detail FROM audit_entry WHERE project_id = $1 AND action = $2 AND subject_id = $3
     ORDER BY at DESC, id DESC LIMIT 1`,
    [projectId, action, subjectId],
  );
  return rows[0] ?? null;
};
