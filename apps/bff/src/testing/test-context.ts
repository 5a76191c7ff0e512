import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import type { AppContext } from '../app-context.ts';
import { readConfig } from '../config.ts';
import { connectDatabase } from '../database/connect.ts';
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

/** A whole server's context on a database, without HTTP and without workers. */
export const openTestContext = async (
  { url, dataFolder }: TestDatabase,
  overrides: Partial<AppContext> = {},
): Promise<TestContext> => {
  const connected = await connectDatabase({
    databaseUrl: url,
    dataFolder,
    onTrouble: (sentence, isFatal) => {
      if (isFatal) throw new Error(sentence);
    },
  });
  const { database } = connected;
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
      await connected.stop();
    },
  };
};

let preparedFolder: Promise<string> | undefined;

// Making a cluster and its tables takes three times as long as copying them; the files of one worker share what is copied.
const prepareFolder = async (): Promise<string> => {
  const fresh = await createTestDatabase();
  process.once('exit', () => rmSync(fresh.dataFolder, { recursive: true, force: true }));
  const { stop } = await openTestContext(fresh);
  await stop();
  return fresh.dataFolder;
};

/** The same on a database of its own without data, that is gone afterwards. */
export const createTestContext = async (overrides: Partial<AppContext> = {}): Promise<TestContext> => {
  const database = await createTestDatabase();
  if (database.url === undefined)
    await cp(await (preparedFolder ??= prepareFolder()), database.dataFolder, { recursive: true });
  const { context, stop } = await openTestContext(database, overrides);
  return {
    context,
    stop: async () => {
      await stop();
      await database.drop();
    },
  };
};
