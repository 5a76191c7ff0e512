import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import type { AppContext } from '../app-context.ts';
import { readConfig } from '../config.ts';
import { connectDatabase, type ConnectedDatabase } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
import { startJobs } from '../jobs/jobs.ts';
import { createMetrics } from '../metrics/metrics.ts';
import { createSecretBox } from '../secret-box.ts';

export interface TestContext {
  readonly context: AppContext;
  readonly stop: () => Promise<void>;
}

/** A database that nobody has used yet: on a server, or in a folder for the embedded one. */
export interface TestDatabase {
  readonly url: string | undefined;
  readonly dataFolder: string;
  drop(): Promise<void>;
}

const onServer = async (serverUrl: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** A database of its own on the server of TEST_DATABASE_URL; without that the embedded one. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  const dataFolder = await mkdtemp(join(tmpdir(), 'curlew-test-'));
  const dropFolder = (): Promise<void> => rm(dataFolder, { recursive: true, force: true });
  if (!serverUrl) return { url: undefined, dataFolder, drop: dropFolder };
  const name = `curlew_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    dataFolder,
    drop: async () => {
      await onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`);
      await dropFolder();
    },
  };
};

/** The key of every test installation. */
export const testSecret = 'only-for-tests-only-for-tests-only-for-tests';

const failOnTrouble = (sentence: string, isFatal: boolean): void => {
  if (isFatal) throw new Error(sentence);
};

const createContext = async (
  { database, stop }: Pick<ConnectedDatabase, 'database' | 'stop'>,
  overrides: Partial<AppContext>,
): Promise<TestContext> => {
  const log = pino({ level: 'silent' });
  const jobs = await startJobs(database, log, false);
  const context: AppContext = {
    config: readConfig([], {}),
    database,
    jobs,
    log,
    metrics: createMetrics(),
    secretBox: createSecretBox(testSecret),
    installationSecret: testSecret,
    publicUrl: 'http://localhost:3000',
    linkBase: 'http://localhost:3000/l',
    now: () => new Date(),
    ...overrides,
  };
  return {
    context,
    stop: async () => {
      await jobs.stop();
      await stop();
    },
  };
};

/** A whole server's context on a database, without HTTP and without workers. */
export const openTestContext = async (
  { url, dataFolder }: TestDatabase,
  overrides: Partial<AppContext> = {},
): Promise<TestContext> =>
  createContext(await connectDatabase({ databaseUrl: url, dataFolder, onTrouble: failOnTrouble }), overrides);

/** The same on a database that nobody else will ever have, for tests that change its tables. */
export const createOwnTestContext = async (overrides: Partial<AppContext> = {}): Promise<TestContext> => {
  const database = await createTestDatabase();
  const { context, stop } = await openTestContext(database, overrides);
  return {
    context,
    stop: async () => {
      await stop();
      await database.drop();
    },
  };
};

const openEmbedded = async (): Promise<Database> => {
  const { dataFolder } = await createTestDatabase();
  process.once('exit', () => rmSync(dataFolder, { recursive: true, force: true }));
  const options = { databaseUrl: undefined, dataFolder, onTrouble: failOnTrouble };
  return (await connectDatabase(options)).database;
};

const empty = (database: Database): Promise<void> =>
  database.transaction(async (connection) => {
    const { rows } = await connection.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
    );
    // What refers to what does not matter when all of it goes.
    await connection.query('SET LOCAL session_replication_role = replica');
    for (const { name } of rows) await connection.query(`DELETE FROM ${name}`);
    await connection.query('DELETE FROM job.job');
  });

let embedded: Promise<Database> | undefined;
let isEmbeddedTaken = false;

/**
 * The same on a database without data. Opening the embedded one takes seconds, emptying it does not: the files of one worker have it
 * one after the other.
 */
export const createTestContext = async (overrides: Partial<AppContext> = {}): Promise<TestContext> => {
  if (process.env['TEST_DATABASE_URL'] || isEmbeddedTaken) return createOwnTestContext(overrides);
  isEmbeddedTaken = true;
  const isFirst = embedded === undefined;
  const database = await (embedded ??= openEmbedded());
  if (!isFirst) await empty(database);
  const stop = async (): Promise<void> => {
    isEmbeddedTaken = false;
  };
  return createContext({ database, stop }, overrides);
};
