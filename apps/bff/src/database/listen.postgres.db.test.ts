import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { pino } from 'pino';
import type { AppContext } from '../app-context.ts';
import { createTestContext, type TestContext } from '../testing/test-context.ts';
import { listenBy } from './listen.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

const listenerSql = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN "some channel"'`;

it('hears what is said on a channel, also after its connection was cut, and not after it was closed', async () => {
  const { pool } = context.database;
  const heard: string[] = [];
  const connected = vi.fn<() => void>();
  const listening = await listenBy(pool.options, pino({ level: 'silent' }))(
    'some channel',
    (payload) => heard.push(payload),
    connected,
  );
  const say = (payload: string) => pool.query(`SELECT pg_notify('some channel', $1)`, [payload]);
  await say('first');
  await vi.waitFor(() => expect(heard).toEqual(['first']), { timeout: 10_000 });
  expect(connected).toHaveBeenCalledTimes(1);

  const { rowCount } = await pool.query(`SELECT pg_terminate_backend(pid) FROM (${listenerSql}) listener`);
  expect(rowCount).toBe(1);
  await vi.waitFor(() => expect(connected).toHaveBeenCalledTimes(2), { timeout: 10_000 });
  await say('second');
  await vi.waitFor(() => expect(heard).toEqual(['first', 'second']), { timeout: 10_000 });

  await listening.close();
  await vi.waitFor(async () => expect((await pool.query(listenerSql)).rowCount).toBe(0), { timeout: 10_000 });
});

it('fails where there is nobody to listen to', async () => {
  const nowhere = { host: '127.0.0.1', port: 1 };
  const listen = listenBy(nowhere, pino({ level: 'silent' }));
  await expect(listen('some channel', vi.fn<() => void>(), vi.fn<() => void>())).rejects.toThrow(
    'ECONNREFUSED',
  );
});
