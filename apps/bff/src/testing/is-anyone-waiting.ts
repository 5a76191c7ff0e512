import type { AppContext } from '../app-context.ts';

/** Whether a statement in this database waits for a lock that another transaction has. */
export const isAnyoneWaiting = async ({ database }: Pick<AppContext, 'database'>): Promise<boolean> => {
  const { rowCount } = await database.pool.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rowCount !== 0;
};
