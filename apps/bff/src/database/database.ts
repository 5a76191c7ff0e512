import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { PrismaClient } from './generated/client.ts';
import { typeParsers } from './type-parsers.ts';

/** What SQL is sent through: the pool, or one connection inside a transaction. */
export type Connection = Pool | PoolClient;

type ConnectCallback = Parameters<Pool['connect']>[0];

/** The one way to the database: `prisma` for ordinary reads and writes, `pool` and `transaction` for set-based SQL. */
export interface Database {
  readonly pool: Pool;
  readonly prisma: PrismaClient;
  /** Other processes may use it too; false for the embedded database, which has one process and one connection. */
  readonly isShared: boolean;
  transaction<T>(work: (connection: PoolClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

interface OpenTransaction {
  isOpen: boolean;
}

// What runs inside a transaction and asks the pool for a second connection would wait for itself on the embedded
// database, and drain the pool on a busy server: it is told so at once.
const openTransaction = new AsyncLocalStorage<OpenTransaction>();

class GuardedPool extends Pool {
  override connect(): Promise<PoolClient>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<PoolClient> | void {
    if (openTransaction.getStore()?.isOpen) {
      throw new Error('inside a transaction its own connection is to be used, not the pool');
    }
    return callback ? super.connect(callback) : super.connect();
  }
}

const ignore = (): void => undefined;

/** How a connection whose other end is gone without a word is noticed, some twenty seconds after it was last heard of. */
export const whileAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const;

const transactionOn =
  (pool: Pool): Database['transaction'] =>
  async (work) => {
    const connection = await pool.connect();
    const transaction: OpenTransaction = { isOpen: true };
    try {
      // Waited for, also where statements could be sent behind it: if it failed, each of them would be committed by itself.
      await connection.query('BEGIN');
      const result = await openTransaction.run(transaction, () => work(connection));
      await connection.query('COMMIT');
      return result;
    } catch (cause) {
      await connection.query('ROLLBACK').catch(() => undefined);
      throw cause;
    } finally {
      transaction.isOpen = false;
      connection.release();
    }
  };

/** Opens a pool; nothing is asked of the database yet. `onError` hears of idle connections that broke. */
export const openDatabase = (config: PoolConfig, onError: (cause: Error) => void): Database => {
  const isShared = config.max !== 1;
  // The embedded database takes one statement at a time.
  const rules = {
    max: 10,
    connectionTimeoutMillis: 5_000,
    types: typeParsers,
    pipeline: isShared,
    ...whileAlive,
  };
  const pool = new GuardedPool({ ...rules, ...config });
  pool.on('error', onError);
  // A connection that breaks also fails the next query; without a listener it would end the whole process.
  pool.on('connect', (connection) => {
    connection.on('error', ignore);
  });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  return {
    pool,
    prisma,
    isShared,
    transaction: transactionOn(pool),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
};
