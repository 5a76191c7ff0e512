import type { PoolClient } from 'pg';
import { newId } from '../../new-id.ts';

export interface AuditRecord {
  readonly projectId: string;
  readonly userId: string;
  /** What was done, as `noun.verb`. */
  readonly action: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export const insertAuditEntry = async (connection: PoolClient, record: AuditRecord): Promise<void> => {
  await connection.query(
    `INSERT INTO audit_entry (id, project_id, user_id, action, subject_id, detail) VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      newId(),
      record.projectId,
      record.userId,
      record.action,
      record.subjectId,
      JSON.stringify(record.detail ?? {}),
    ],
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
