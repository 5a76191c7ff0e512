import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PoolConfig } from 'pg';
import { StartProblem } from '../start-problem.ts';
import { openDatabase, type Database } from './database.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import { migrate, readMigrations, type Migration } from './migrate.ts';

export interface ConnectOptions {
  /** A PostgreSQL to use; without it the embedded database in `dataFolder` is started. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** The database is gone or an idle connection broke; the sentence says which. */
  readonly onTrouble: (sentence: string, isFatal: boolean) => void;
  /** Those of this version, unless others are given. */
  readonly migrations?: readonly Migration[];
}

export interface ConnectedDatabase {
  readonly database: Database;
  readonly kind: 'embedded' | 'postgres';
  /** Everything another process needs to use the same database. */
  readonly poolConfig: PoolConfig;
  readonly applied: readonly string[];
  readonly stop: () => Promise<void>;
}

const hide = (databaseUrl: string): string => {
  try {
    const url = new URL(databaseUrl);
    return `${url.hostname}:${url.port || '5432'}${url.pathname}`;
  } catch {
    return 'that address';
  }
};

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message || cause.name : String(cause);

const prepare = async (
  database: Database,
  where: string,
  migrations: readonly Migration[],
): Promise<string[]> => {
  try {
    await database.pool.query('SELECT 1');
  } catch (cause) {
    throw new StartProblem(
      `The database ${where} cannot be reached (${reasonOf(cause)}): start it or correct DATABASE_URL.`,
    );
  }
  try {
    return await migrate(database.pool, migrations);
  } catch (cause) {
    if (cause instanceof StartProblem) throw cause;
    throw new StartProblem(
      `The database ${where} cannot be prepared (${reasonOf(cause)}): give its user the right to create tables, or correct DATABASE_URL.`,
    );
  }
};

/** A migrated database, embedded or not. Throws a StartProblem with one sentence when there is none to be had. */
export const connectDatabase = async (options: ConnectOptions): Promise<ConnectedDatabase> => {
  const { databaseUrl, dataFolder } = options;
  const migrations = options.migrations ?? (await readMigrations());
  const isNewFolder = !existsSync(dataFolder);
  const files = isNewFolder ? dataFolder : join(dataFolder, 'database');
  const isNewDatabase = !databaseUrl && !existsSync(join(dataFolder, 'database'));
  const embedded = databaseUrl
    ? null
    : await startEmbeddedDatabase(options.dataFolder, (sentence) => options.onTrouble(sentence, true));
  // One connection for the embedded database: its socket server lets the messages of two connections mix, so that one
  // may run the other's statement. It works one statement at a time anyway.
  const poolConfig: PoolConfig = embedded
    ? { ...embedded.connection, max: 1, connectionTimeoutMillis: 60_000 }
    : { connectionString: databaseUrl };
  const database = openDatabase(poolConfig, (cause) => options.onTrouble(cause.message, false));
  const stop = async (): Promise<void> => {
    await database.close();
    await embedded?.stop();
  };
  try {
    const applied = await prepare(
      database,
      embedded ? `in ${options.dataFolder}` : `at ${hide(databaseUrl ?? '')}`,
      migrations,
    );
    return { database, kind: embedded ? 'embedded' : 'postgres', poolConfig, applied, stop };
  } catch (cause) {
    await stop();
    // A start that failed leaves nothing behind that was not there before.
    if (isNewDatabase) rmSync(files, { recursive: true, force: true });
    throw cause;
  }
};
