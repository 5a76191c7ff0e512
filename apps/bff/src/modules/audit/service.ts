import type { PoolClient } from 'pg';
import { insertAuditEntry, type AuditRecord } from './store.ts';

/** Writes to the audit log, in the transaction of the change itself: one is never there without the other. */
export const audit = (connection: PoolClient, record: AuditRecord): Promise<void> =>
  insertAuditEntry(connection, record);
