import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartProblem } from '../start-problem.ts';
import { connectDatabase } from './connect.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'curlew-test-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

const broken = [{ name: '20260101000000_broken', sql: 'CREATE TABLE x (', checksum: 'x'.repeat(64) }];
const options = { databaseUrl: undefined, onTrouble: () => undefined };

describe('a migration that fails on a new embedded database', () => {
  it('leaves no folder behind that it made', async () => {
    const dataFolder = join(parent, 'data');
    const start = connectDatabase({ ...options, dataFolder, migrations: broken });
    await expect(start).rejects.toThrow(StartProblem);
    expect(existsSync(dataFolder)).toBe(false);
  });

  it('leaves a folder that was there as it was', async () => {
    const start = connectDatabase({ ...options, dataFolder: parent, migrations: broken });
    await expect(start).rejects.toThrow(/20260101000000_broken failed/);
    expect(readdirSync(parent)).toEqual([]);
  });

  it('keeps a database that was there before', async () => {
    const made = await connectDatabase({ ...options, dataFolder: parent });
    await made.database.pool.query('CREATE TABLE kept (id INT)');
    await made.stop();
    await expect(connectDatabase({ ...options, dataFolder: parent, migrations: broken })).rejects.toThrow(
      StartProblem,
    );
    const again = await connectDatabase({ ...options, dataFolder: parent });
    expect((await again.database.pool.query('SELECT * FROM kept')).rows).toEqual([]);
    await again.stop();
  });
});
