import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDocument } from '@curlew/testkit';
import { startScenario } from './modules/runs/start.ts';
import { addTestUser, testPassword } from './testing/add-test-user.ts';
import { manyCustomers } from './testing/add-test-customers.ts';
import { createTestCampaign, testOperatorToken, type TestCampaign } from './testing/create-test-campaign.ts';
import { startFakeOperator, type FakeOperator } from './testing/fake-operator.ts';
import { signIn } from './testing/sign-in.ts';
import { readMessages, tally } from './testing/read-campaign.ts';
import { findFreePort, startServerProcess, type ServerProcess } from './testing/server-process.ts';
import {
  createTestDatabase,
  openTestContext,
  testSecret,
  type TestDatabase,
} from './testing/test-context.ts';

const isShared = process.env['TEST_DATABASE_URL'] !== undefined;

// Each of these starts several processes, and the embedded database takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let database: TestDatabase;
let operator: FakeOperator;
const started: ServerProcess[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  operator = await startFakeOperator();
});
afterEach(async () => {
  for (const server of started.splice(0)) {
    server.signal('SIGKILL');
    await server.ended;
  }
  await operator.stop();
  await database.drop();
});

const start = (
  ...[options, where = database]: [
    Parameters<typeof startServerProcess>[1]?,
    Pick<TestDatabase, 'url' | 'dataFolder'>?,
  ]
): ServerProcess => {
  const server = startServerProcess(where, options);
  started.push(server);
  return server;
};

const message = 'Only for {{ customer.first_name }}';

/** Prepares a campaign while no server runs; with `isStarted` its first jobs are queued. */
const prepare = async (
  count: number,
  isStarted: boolean,
): Promise<TestCampaign & { readonly email: string }> => {
  const { context, stop } = await openTestContext(database);
  try {
    const campaign = await createTestCampaign(context, {
      operatorUrl: operator.url,
      document: createDocument({ versions: [{ language: 'en', message }] }),
      customers: manyCustomers(count),
    });
    if (isStarted) await startScenario(context, campaign.start);
    return { ...campaign, email: await addTestUser(context, { [campaign.projectId]: 'editor' }) };
  } finally {
    await stop();
  }
};

const readStatuses = async ({ projectId }: TestCampaign): Promise<Record<string, number>> => {
  const { context, stop } = await openTestContext(database);
  try {
    return tally((await readMessages(context, projectId)).map(({ status }) => status));
  } finally {
    await stop();
  }
};

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
};

const reached = (): string[] => operator.calls.flatMap(({ to }) => to);

describe('a server that is stopped in the middle of a run', () => {
  it('finishes what it has in hand, and the next one does the rest', async () => {
    const campaign = await prepare(2_500, true);
    operator.answer(async (call) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return { status: 201, body: { id: call.client_reference, client_reference: call.client_reference } };
    });
    const first = start();
    await until(() => operator.calls.length > 0);
    first.signal('SIGTERM');
    expect(await first.ended).toBe(0);
    const reachedByFirst = reached().length;
    const after = await readStatuses(campaign);
    expect(after['sending']).toBeUndefined();
    expect(after['sent']).toBe(reachedByFirst);

    const second = start();
    await second.ready;
    await until(() => reached().length >= 2_500);
    second.signal('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(await readStatuses(campaign)).toEqual({ sent: 2_500 });
    expect(new Set(reached()).size).toBe(2_500);
    expect(reached()).toHaveLength(2_500);
    expect(first.output().stderr + second.output().stderr).toBe('');
  });

  it('when it is killed, nobody gets a message twice and nobody is lost', async () => {
    const campaign = await prepare(1_500, true);
    let isKilled = false;
    operator.answer((call) => {
      if (!isKilled) {
        isKilled = true;
        first.signal('SIGKILL');
        return 'silence';
      }
      return { status: 201, body: { id: call.client_reference, client_reference: call.client_reference } };
    });
    const first = start();
    await first.ended;
    const second = start();
    await second.ready;
    // The jobs of the dead are taken over when their heartbeat has been missed.
    await until(() => reached().length >= 1_500);
    second.signal('SIGTERM');
    await second.ended;
    expect(new Set(reached()).size).toBe(1_500);
    expect(reached()).toHaveLength(1_500);
    const lost = operator.calls[0]?.to.length ?? 0;
    expect(await readStatuses(campaign)).toEqual({ sending: lost, sent: 1_500 - lost });
  });
});

describe('/readyz', () => {
  it('is 503 until the server is ready, and then 200', async () => {
    const port = await findFreePort();
    const server = start({ environment: { PORT: String(port) } });
    const seen: number[] = [];
    await until(async () => {
      const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
      if (response) seen.push(response.status);
      return response?.status === 200;
    });
    expect(new Set(seen)).toEqual(new Set([503, 200]));
    await server.ready;
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
  });
});

/** A door to a database that can be shut. */
const openDoor = async (
  url: string,
): Promise<{ url: string; shut(): void; reopen(): void; close(): void }> => {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server: Server = createServer((socket) => {
    if (!isOpen) return socket.destroy();
    const other = connect(Number(target.port), target.hostname);
    for (const end of [socket, other]) {
      sockets.add(end);
      end.on('error', () => undefined).on('close', () => sockets.delete(end));
    }
    return socket.pipe(other).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server always has an address with a port.
  const door = new URL(url);
  door.port = String((server.address() as AddressInfo).port);
  const shut = (): void => {
    isOpen = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: door.href,
    shut,
    reopen: () => {
      isOpen = true;
    },
    close: () => {
      shut();
      server.close();
    },
  };
};

describe.runIf(isShared)('on a database of a server', () => {
  it('a web and a worker process finish a run together', async () => {
    const campaign = await prepare(1_200, false);
    const web = start({ args: ['--role=web'] });
    const worker = start({ args: ['--role=worker'] });
    const { url } = await web.ready;
    expect(await worker.ready).toMatchObject({ url: null, firstOwner: null });
    const { context, stop } = await openTestContext(database);
    const cookie = await signIn(url ?? '', campaign.email);
    const json = { 'content-type': 'application/json' };
    const path = `${url}/api/projects/${campaign.projectId}/scenarios/${campaign.scenarioId}`;
    const answer = await fetch(`${path}/start`, {
      method: 'POST',
      headers: { ...json, cookie },
      body: JSON.stringify({ revision: 0 }),
    });
    expect(answer.status).toBe(201);
    await until(async () => {
      const rows = await readMessages(context, campaign.projectId);
      return rows.length === 1_200 && rows.every(({ status }) => status === 'sent');
    });
    await stop();
    expect(reached()).toHaveLength(1_200);
    const run: unknown = await (await fetch(path, { headers: { cookie } })).json();
    expect(run).toMatchObject({ status: 'inactive', currentRun: { status: 'finished', walked: 1_200 } });
    for (const server of [web, worker]) {
      server.signal('SIGTERM');
      expect(await server.ended).toBe(0);
    }
  });

  it('outlives a database that goes away and comes back, and says so', async () => {
    const campaign = await prepare(200, false);
    const door = await openDoor(database.url ?? '');
    const server = start({}, { ...database, url: door.url });
    const { url } = await server.ready;
    const readiness = async () => (await fetch(`${url}/readyz`)).status;
    expect(await readiness()).toBe(200);
    door.shut();
    expect(await readiness()).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    door.reopen();
    await until(async () => (await readiness()) === 200);
    const { context, stop } = await openTestContext(database);
    await startScenario(context, campaign.start);
    await stop();
    await until(() => reached().length >= 200);
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
    door.close();
    expect(reached()).toHaveLength(200);
  });
});

describe('the log', () => {
  it('of a whole run holds no message, phone, cookie, token or password', async () => {
    const campaign = await prepare(300, true);
    let isRefused = false;
    operator.answer((call) => {
      if (!isRefused) {
        isRefused = true;
        return {
          status: 429,
          body: { code: '429', text: `too many for ${call.to[0]}` },
          headers: { 'retry-after': '1' },
        };
      }
      return { status: 201, body: { id: call.client_reference, client_reference: call.client_reference } };
    });
    const server = start({ environment: { LOG_LEVEL: 'trace' } });
    const { url } = await server.ready;
    const cookie = await signIn(url ?? '', campaign.email);
    const headersWithCookie = { cookie };
    await fetch(`${url}/api/me?token=${testOperatorToken}`, { headers: headersWithCookie });
    await fetch(`${url}/api/projects/${campaign.projectId}`, { headers: headersWithCookie });
    await until(() => reached().length >= 300 + 300);
    const call = operator.calls.at(-1);
    const hook = new URL(call?.callback_url ?? '');
    const report = {
      type: 'recipient_delivery_report_sms',
      batch_id: call?.client_reference,
      client_reference: call?.client_reference,
      recipient: call?.to[0],
      code: 0,
      status: 'Delivered',
    };
    const told = await fetch(`${url}${hook.pathname}`, { method: 'POST', body: JSON.stringify(report) });
    expect(told.status).toBe(200);
    server.signal('SIGTERM');
    expect(await server.ended).toBe(0);
    const { stderr } = server.output();
    expect(stderr).toContain('batch not accepted');
    expect(stderr).toContain('/api/me');
    const secrets = [
      'Only for',
      'Customer 1',
      '4477009',
      testOperatorToken,
      testPassword,
      testSecret,
      cookie.split('=')[1]?.slice(0, 20) ?? '',
      hook.pathname.split('/').at(-1) ?? '',
    ];
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(5);
      expect(stderr).not.toContain(secret);
    }
  });
});
