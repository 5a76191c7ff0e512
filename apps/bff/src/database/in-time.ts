import type { PoolClient } from 'pg';
import type { Database } from './database.ts';

/** PostgreSQL's code for a statement that was ended. */
const canceled = '57014';

const isCanceled = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === canceled;

/**
 * Reads in a transaction in which each statement has so many milliseconds; null when one took longer. The embedded database
 * cannot end a statement: there it takes as long as it takes.
 */
export const inTime = async <T extends object>(
  database: Database,
  milliseconds: number,
  read: (connection: PoolClient) => Promise<T>,
): Promise<T | null> => {
  try {
    return await database.transaction(async (connection) => {
      await connection.query(`SELECT set_config('statement_timeout', $1, TRUE)`, [String(milliseconds)]);
      return read(connection);
    });
  } catch (cause) {
    if (isCanceled(cause)) return null;
    throw cause;
  }
};
