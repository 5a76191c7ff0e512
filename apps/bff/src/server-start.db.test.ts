import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { refuseStart } from './testing/refuse-start.ts';
import { findFreePort } from './testing/server-process.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-context.ts';

// Each of these starts processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

describe('a server that cannot start says why in one sentence', () => {
  it('when its arguments or variables are wrong', async () => {
    expect(await refuseStart(database, { args: ['--role=boss'] })).toContain('--role=all');
    expect(await refuseStart(database, { environment: { PORT: 'http' } })).toContain('PORT is wrong');
    expect(readdirSync(database.dataFolder)).toEqual([]);
  });

  it('when its port is taken, and then it has touched nothing', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    // A listening TCP server always has an address with a port.
    const { port } = other.address() as AddressInfo;
    const sentence = await refuseStart(database, { environment: { PORT: String(port) } });
    other.close();
    expect(sentence).toContain(`Port ${port} on 127.0.0.1 is taken`);
    expect(readdirSync(database.dataFolder)).toEqual([]);
  });

  it('when its address is not one of this machine', async () => {
    const sentence = await refuseStart(database, { environment: { HOST: '203.0.113.1' } });
    expect(sentence).toContain('cannot listen on 203.0.113.1');
  });

  it('when its database cannot be reached, without the password of it', async () => {
    const url = `postgresql://someone:very-secret@127.0.0.1:${await findFreePort()}/curlew`;
    const sentence = await refuseStart({ ...database, url });
    expect(sentence).toMatch(/^The database at 127\.0\.0\.1:\d+\/curlew cannot be reached \(.*ECONNREFUSED/);
    expect(sentence).not.toContain('very-secret');
    expect(readdirSync(database.dataFolder)).toEqual([]);
  });
});
