import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { createDocument } from '@curlew/testkit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestCampaign } from './testing/create-test-campaign.ts';
import { refuseStart } from './testing/refuse-start.ts';
import { startServerProcess } from './testing/server-process.ts';
import { createTestDatabase, openTestContext, type TestDatabase } from './testing/test-context.ts';

// Each of these starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

describe('a database of a server', () => {
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
    const sentence = await refuseStart(database);
    expect(sentence).toMatch(/^Migration \d+_\w+ failed \(.*"project" already exists/);
    expect(await tables()).toEqual([{ table_name: 'project' }]);
  });

  it('that a newer version migrated is left as it was', async () => {
    const { stop } = await openTestContext(database);
    await stop();
    await query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at)
      VALUES ('x', 'x', '29990101000000_tomorrow', now())`);
    expect(await refuseStart(database)).toContain('a newer Curlew (29990101000000_tomorrow)');
  });

  it('in which its user may create nothing is told', async () => {
    const name = `curlew_reader_${process.pid}`;
    await query(`CREATE ROLE ${name} LOGIN PASSWORD 'reader'`);
    await query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    const url = new URL(database.url ?? '');
    url.username = name;
    url.password = 'reader';
    expect(await refuseStart({ ...database, url: url.href })).toContain(
      'cannot be prepared (permission denied',
    );
    await query(`DROP ROLE ${name}`);
  });

  it('whose secrets another key sealed is told', async () => {
    const { context, stop } = await openTestContext(database);
    await createTestCampaign(context, { document: createDocument() });
    await stop();
    const environment = { CURLEW_SECRET: 'another key that is long enough to be one' };
    expect(await refuseStart(database, { environment })).toContain('sealed with another key');
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
