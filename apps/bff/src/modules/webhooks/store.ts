import type { PoolClient } from 'pg';

/** Makes whoever counts the tries of this project wait until the transaction ends. */
export const lockTries = async (connection: PoolClient, projectId: string): Promise<void> => {
  await connection.query(`SELECT pg_advisory_xact_lock(hashtextextended('webhook tries ' || $1::text, 0))`, [
    projectId,
  ]);
};
