import type { Connection } from '../../database/database.ts';
import { countLeavingSql } from './counts-store.ts';

/**
 * Marks finished runs of which no message is left to leave, and says how many. Nobody enqueues for a finished run any more, so it stays so.
 * A run that somebody holds has its turn later.
 */
export const markRunsSettled = async (connection: Connection, limit: number): Promise<number> => {
  const { rowCount } = await connection.query(
    `WITH over AS MATERIALIZED (
       SELECT id FROM run WHERE status = 'finished' AND NOT is_settled AND ${countLeavingSql('run.id')} <= 0
       ORDER BY id LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED)
     UPDATE run SET is_settled = true FROM over WHERE run.id = over.id`,
    [limit],
  );
  return rowCount ?? 0;
};
