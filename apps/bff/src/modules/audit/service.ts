import type { PoolClient } from 'pg';
import type { Connection } from '../../database/database.ts';
import {
  addAuditDetail,
  countAuditEntries,
  insertAuditEntry,
  readLastAuditEntry,
  type AuditRecord,
} from './store.ts';

/** Writes to the audit log, in the transaction of the change itself: one is never there without the other. Returns the entry's id. */
export const audit = (connection: PoolClient, record: AuditRecord): Promise<string> =>
  insertAuditEntry(connection, record);

/** Adds to an entry what came of it. */
export const noteInAudit = (
  connection: Connection,
  which: { projectId: string; entryId: string },
  detail: Readonly<Record<string, unknown>>,
): Promise<void> => addAuditDetail(connection, which, detail);

/** How often something was done in a project since a moment, as the log knows it. */
export const countAudited = (
  connection: PoolClient,
  what: { projectId: string; action: string; since: Date },
): Promise<number> => countAuditEntries(connection, what);

/** When something was last done to a thing and with what detail, as the log knows it; null: never. */
export const lastAudited = (
  connection: Connection,
  what: { projectId: string; action: string; subjectId: string },
): ReturnType<typeof readLastAuditEntry> => readLastAuditEntry(connection, what);
