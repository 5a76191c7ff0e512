import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import type { AppContext } from '../app-context.ts';
import { readConfig } from '../config.ts';
import { connectDatabase } from '../database/connect.ts';
import { startJobs } from '../jobs/jobs.ts';
import { createSecretBox } from '../secret-box.ts';

export interface TestContext {
  readonly context: AppContext;
  stop(): Promise<void>;
}

interface FreshDatabase {
  readonly url: string | undefined;
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

/** A database of its own on the server of TEST_DATABASE_URL; without that the embedded one is used. */
const createDatabase = async (serverUrl: string | undefined): Promise<FreshDatabase> => {
  if (!serverUrl) return { url: undefined, drop: () => Promise.resolve() };
  const name = `curlew_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`) };
};

/** A whole server's context on a fresh, migrated database, without HTTP and without workers. */
export const createTestContext = async (overrides: Partial<AppContext> = {}): Promise<TestContext> => {
  const fresh = await createDatabase(process.env['TEST_DATABASE_URL']);
  const dataFolder = await mkdtemp(join(tmpdir(), 'curlew-test-'));
  const connected = await connectDatabase({
    databaseUrl: fresh.url,
    dataFolder,
    onTrouble: (sentence, isFatal) => {
      if (isFatal) throw new Error(sentence);
    },
  });
  const { database } = connected;
  const log = pino({ level: 'silent' });
  const jobs = await startJobs(database.pool, log, false);
  const installationSecret = 'only-for-tests-only-for-tests-only-for-tests';
  const context: AppContext = {
    config: readConfig([], {}),
    database,
    jobs,
    log,
    secretBox: createSecretBox(installationSecret),
    installationSecret,
    publicUrl: 'http://localhost:3000',
    now: () => new Date(),
    ...overrides,
  };
  return {
    context,
    stop: async () => {
      await jobs.stop();
      await connected.stop();
      await fresh.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
};
