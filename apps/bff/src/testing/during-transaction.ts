import type { PoolClient } from 'pg';
import type { AppContext } from '../app-context.ts';

/** Does something while a transaction stands still after its first step. */
export const duringTransaction = async (
  { database }: Pick<AppContext, 'database'>,
  step: (connection: PoolClient) => Promise<unknown>,
  work: () => Promise<unknown>,
): Promise<void> => {
  const other = await database.pool.connect();
  try {
    await other.query('BEGIN');
    await step(other);
    await work();
    await other.query('COMMIT');
  } finally {
    other.release();
  }
};
