import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { PrismaClient } from './generated/client.ts';

/** What SQL is sent through: the pool, or one connection inside a transaction. */
export type Connection = Pool | PoolClient;

/** The one way to the database: `prisma` for ordinary reads and writes, `pool` and `transaction` for set-based SQL. */
export interface Database {
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  transaction<T>(work: (connection: PoolClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const transactionOn =
  (pool: Pool): Database['transaction'] =>
  async (work) => {
    const connection = await pool.connect();
    try {
      await connection.query('BEGIN');
      const result = await work(connection);
      await connection.query('COMMIT');
      return result;
    } catch (cause) {
      await connection.query('ROLLBACK').catch(() => undefined);
      throw cause;
    } finally {
      connection.release();
    }
  };

/** Opens a pool; nothing is asked of the database yet. `onError` hears of idle connections that broke. */
export const openDatabase = (config: PoolConfig, onError: (cause: Error) => void): Database => {
  const pool = new Pool({ max: 10, connectionTimeoutMillis: 5_000, ...config });
  pool.on('error', onError);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  return {
    pool,
    prisma,
    transaction: transactionOn(pool),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
};
