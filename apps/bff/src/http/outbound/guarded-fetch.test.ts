import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHttpTarget, type Target } from '../../testing/start-target.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import type { Resolve } from './outbound-rules.ts';

let target: Target;

beforeAll(async () => {
  target = await startHttpTarget((request, response) => {
    if (request.url === '/away') response.writeHead(302, { location: 'http://192.0.2.1/' }).end();
    else request.pipe(response);
  });
});
afterAll(() => target.stop());

const toLoopback: Resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
const signal = (): AbortSignal => AbortSignal.timeout(5_000);
const beforeLeaving = { cause: { syscall: 'getaddrinfo', code: 'a private or reserved network' } };

it('asks what is allowed, over connections that it keeps', async () => {
  const ask = createGuardedFetch({ allowed: new Set([target.host]), resolve: toLoopback });
  const before = target.connections();
  for (const body of ['1', '2', '3', '4', '5']) {
    const response = await ask(`http://${target.host}/`, { method: 'POST', body, signal: signal() });
    expect([response.status, await response.text()]).toEqual([200, body]);
  }
  // The first may still be on its way back when the second request asks for one.
  expect(target.connections() - before).toBeLessThanOrEqual(2);
});

it('asks a name only where all that it leads to is allowed', async () => {
  const allowed = new Set([`inside.example:${target.port}`]);
  const ask = createGuardedFetch({ allowed, resolve: toLoopback });
  const response = await ask(`http://inside.example:${target.port}/`, { method: 'GET', signal: signal() });
  expect(response.status).toBe(200);
  const other = ask(`http://other.example:${target.port}/`, { method: 'GET', signal: signal() });
  await expect(other).rejects.toMatchObject(beforeLeaving);
});

it.each(['127.0.0.1', '0x7f.1', '[::1]', '169.254.169.254', '10.0.0.1'])(
  'opens nothing to %s',
  async (host) => {
    const ask = createGuardedFetch({ allowed: new Set(), resolve: toLoopback });
    const before = target.connections();
    const asked = ask(`http://${host}:${target.port}/`, { method: 'GET', signal: signal() });
    await expect(asked).rejects.toMatchObject(beforeLeaving);
    expect(target.connections()).toBe(before);
  },
);

it('leaves a redirect to whoever asked', async () => {
  const ask = createGuardedFetch({ allowed: new Set([target.host]), resolve: toLoopback });
  const init = { method: 'GET', redirect: 'manual', signal: signal() } as const;
  const response = await ask(`http://${target.host}/away`, init);
  expect([response.status, response.headers.get('location')]).toEqual([302, 'http://192.0.2.1/']);
});
