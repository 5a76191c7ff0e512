import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refuseStart } from './testing/refuse-start.ts';
import { startServerProcess } from './testing/server-process.ts';
import { createTestDatabase, openTestContext, type TestDatabase } from './testing/test-context.ts';

// Each of these starts several processes, and the embedded database takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

describe('the embedded database', () => {
  it('in a folder that is in use is left alone', async () => {
    writeFileSync(join(database.dataFolder, 'owner.pid'), String(process.pid));
    expect(await refuseStart(database)).toContain(`is in use by process ${process.pid}`);
    expect(readdirSync(database.dataFolder)).toEqual(['owner.pid']);
  });

  it('that is corrupt is left as it is', async () => {
    mkdirSync(join(database.dataFolder, 'database'));
    writeFileSync(join(database.dataFolder, 'database', 'PG_VERSION'), 'no version');
    expect(await refuseStart(database)).toContain('cannot be opened');
    expect(readdirSync(join(database.dataFolder, 'database'))).toEqual(['PG_VERSION']);
  });

  it('whose files were damaged after all is told', async () => {
    const { stop } = await openTestContext(database);
    await stop();
    writeFileSync(join(database.dataFolder, 'database', 'global', 'pg_control'), 'damaged');
    expect(await refuseStart(database)).toContain('cannot be opened');
  });

  it('in a place that cannot be a folder is told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'curlew-test-'));
    writeFileSync(join(folder, 'file'), '');
    expect(await refuseStart({ url: undefined, dataFolder: join(folder, 'file') })).toContain(
      'cannot be used',
    );
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
