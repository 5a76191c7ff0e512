import type { Connection } from '../../database/database.ts';

/** The lowest id of a moment: ids begin with the milliseconds since 1970 (RFC 9562, version 7). */
const firstIdOf = (at: Date): string => {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

/** Deletes some of the receipts that came before a moment and were applied, the oldest first; returns how many. */
export const deleteAppliedReceipts = async (connection: Connection, before: Date): Promise<number> => {
  const { rowCount } = await connection.query(
    `DELETE FROM receipt WHERE id IN (
       SELECT id FROM receipt WHERE id < $1 AND applied_at IS NOT NULL ORDER BY id LIMIT 5000)`,
    [firstIdOf(before)],
  );
  return rowCount ?? 0;
};

/** The same of calls that nobody could read. */
export const deleteUnreadCalls = async (connection: Connection, before: Date): Promise<number> => {
  const { rowCount } = await connection.query(
    `DELETE FROM unread_call WHERE id IN (SELECT id FROM unread_call WHERE id < $1 ORDER BY id LIMIT 5000)`,
    [firstIdOf(before)],
  );
  return rowCount ?? 0;
};
