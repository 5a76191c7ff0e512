import type { PoolClient } from 'pg';

/**
 * For the rest of a transaction rows are fetched by their keys. Of a table with some ten thousand rows the planner would rather read
 * all of it each time, for a thousand rows of it, and take ten times as long.
 */
export const preferIndexes = async (connection: PoolClient): Promise<void> => {
  await connection.query('SET LOCAL random_page_cost = 1');
};
