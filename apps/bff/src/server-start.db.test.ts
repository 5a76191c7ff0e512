import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { createDocument } from '@curlew/testkit';
import { createTestCampaign } from './testing/create-test-campaign.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestDatabase, openTestContext, type TestDatabase } from './testing/test-context.ts';
import { findFreePort, startServerProcess } from './testing/server-process.ts';

const isEmbedded = process.env['TEST_DATABASE_URL'] === undefined;

// Each of these starts several processes, and the embedded database takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

/** Starts a server that cannot start; gives back all it said, which is one sentence, and nothing else. */
const refuse = async (
  where: Pick<TestDatabase, 'url' | 'dataFolder'>,
  options: Parameters<typeof startServerProcess>[1] = {},
): Promise<string> => {
  const server = startServerProcess(where, options);
  expect(await server.ended).toBe(1);
  const { stdout, stderr } = server.output();
  expect(stdout).toBe('');
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  return stderr;
};

describe('a server that cannot start says why in one sentence', () => {
  it('when its arguments or variables are wrong', async () => {
    expect(await refuse(database, { args: ['--role=boss'] })).toContain('--role=all');
    expect(await refuse(database, { environment: { PORT: 'http' } })).toContain('PORT is wrong');
    expect(readdirSync(database.dataFolder)).toEqual([]);
  });

  it('when its port is taken, and then it has touched nothing', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    // A listening TCP server always has an address with a port.
    const { port } = other.address() as AddressInfo;
    const sentence = await refuse(database, { environment: { PORT: String(port) } });
    other.close();
    expect(sentence).toContain(`Port ${port} on 127.0.0.1 is taken`);
    expect(readdirSync(database.dataFolder)).toEqual([]);
  });

  it('when its address is not one of this machine', async () => {
    const sentence = await refuse(database, { environment: { HOST: '203.0.113.1' } });
    expect(sentence).toContain('cannot listen on 203.0.113.1');
  });

  it('when its database cannot be reached, without the password of it', async () => {
    const url = `postgresql://someone:very-secret@127.0.0.1:${await findFreePort()}/curlew`;
    const sentence = await refuse({ ...database, url });
    expect(sentence).toMatch(/^The database at 127\.0\.0\.1:\d+\/curlew cannot be reached \(.*ECONNREFUSED/);
    expect(sentence).not.toContain('very-secret');
    expect(readdirSync(database.dataFolder)).toEqual([]);
  });
});

describe.runIf(isEmbedded)('the embedded database', () => {
  it('in a folder that is in use is left alone', async () => {
    writeFileSync(join(database.dataFolder, 'owner.pid'), String(process.pid));
    expect(await refuse(database)).toContain(`is in use by process ${process.pid}`);
    expect(readdirSync(database.dataFolder)).toEqual(['owner.pid']);
  });

  it('that is corrupt is left as it is', async () => {
    mkdirSync(join(database.dataFolder, 'database'));
    writeFileSync(join(database.dataFolder, 'database', 'PG_VERSION'), 'no version');
    expect(await refuse(database)).toContain('cannot be opened');
    expect(readdirSync(join(database.dataFolder, 'database'))).toEqual(['PG_VERSION']);
  });

  it('whose files were damaged after all is told', async () => {
    const { stop } = await openTestContext(database);
    await stop();
    writeFileSync(join(database.dataFolder, 'database', 'global', 'pg_control'), 'damaged');
    expect(await refuse(database)).toContain('cannot be opened');
  });

  it('in a place that cannot be a folder is told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'curlew-test-'));
    writeFileSync(join(folder, 'file'), '');
    expect(await refuse({ url: undefined, dataFolder: join(folder, 'file') })).toContain('cannot be used');
    rmSync(folder, { recursive: true });
  });

  it('that dies takes the server with it, in words', async () => {
    const server = startServerProcess(database);
    await server.ready;
    const owner = readFileSync(join(database.dataFolder, 'owner.pid'), 'utf8');
    process.kill(Number.parseInt(owner, 10), 'SIGKILL');
    expect(await server.ended).toBe(1);
    expect(server.output().stderr).toContain('The embedded database ended unexpectedly');
    const again = startServerProcess(database);
    await again.ready;
    again.signal('SIGTERM');
    expect(await again.ended).toBe(0);
  });
});

describe.runIf(!isEmbedded)('a database of a server', () => {
  const query = async (text: string): Promise<unknown[]> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(text);
    await client.end();
    return rows;
  };
  const tables = () =>
    query(`SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`);

  it('on which a migration fails is left as it was', async () => {
    await query('CREATE TABLE project (id INT)');
    const sentence = await refuse(database);
    expect(sentence).toMatch(/^Migration \d+_\w+ failed \(.*"project" already exists/);
    expect(await tables()).toEqual([{ table_name: 'project' }]);
  });

  it('that a newer version migrated is left as it was', async () => {
    const { stop } = await openTestContext(database);
    await stop();
    await query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
      VALUES ('x', 'x', '29990101000000_tomorrow', now())`);
    expect(await refuse(database)).toContain('a newer Curlew (29990101000000_tomorrow)');
  });

  it('in which its user may create nothing is told', async () => {
    const name = `curlew_reader_${process.pid}`;
    await query(`CREATE ROLE ${name} LOGIN PASSWORD 'reader'`);
    await query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    const url = new URL(database.url ?? '');
    url.username = name;
    url.password = 'reader';
    expect(await refuse({ ...database, url: url.href })).toContain('cannot be prepared (permission denied');
    await query(`DROP ROLE ${name}`);
  });

  it('whose secrets another key sealed is told', async () => {
    const { context, stop } = await openTestContext(database);
    await createTestCampaign(context, { document: createDocument() });
    await stop();
    const environment = { CURLEW_SECRET: 'another key that is long enough to be one' };
    expect(await refuse(database, { environment })).toContain('sealed with another key');
  });

  it('is prepared by one of many processes that start at once', async () => {
    const servers = Array.from({ length: 4 }, () => startServerProcess(database));
    const answers = await Promise.all(servers.map(({ ready }) => ready));
    for (const server of servers) server.signal('SIGTERM');
    expect(await Promise.all(servers.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
    expect(answers.every(({ firstOwner }) => firstOwner !== null)).toBe(true);
    expect(await query('SELECT count(*)::int AS users FROM user_account')).toEqual([{ users: 1 }]);
    const rows =
      await query(`SELECT migration_name, length(checksum) AS checksum, applied_steps_count AS steps,
      finished_at IS NOT NULL AS finished, rolled_back_at, logs FROM _prisma_migrations ORDER BY migration_name`);
    for (const row of rows) {
      expect(row).toMatchObject({ checksum: 64, steps: 1, finished: true, rolled_back_at: null, logs: null });
    }
    const names = readdirSync(join(import.meta.dirname, '../../../prisma/migrations')).filter((name) =>
      /^\d/.test(name),
    );
    expect(rows).toHaveLength(names.length);
  });
});
