import type { PoolClient } from 'pg';
import { countAuditEntries, insertAuditEntry, type AuditRecord } from './store.ts';

/** Writes to the audit log, in the transaction of the change itself: one is never there without the other. */
export const audit = (connection: PoolClient, record: AuditRecord): Promise<void> =>
  insertAuditEntry(connection, record);

/** How often something was done in a project since a moment, as the log knows it. */
export const countAudited = (
  connection: PoolClient,
  what: { projectId: string; action: string; since: Date },
): Promise<number> => countAuditEntries(connection, what);
