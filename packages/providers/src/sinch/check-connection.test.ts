import { expect, it } from 'vitest';
import type { Fetch } from '../provider.ts';
import { checkSinchConnection } from './check-connection.ts';

const apiToken = 'very-secret-token';

const check = (fetch: Fetch) =>
  checkSinchConnection({
    settings: { region: 'eu', servicePlanId: 'plan1' },
    secrets: { apiToken },
    fetch,
    now: () => 0,
    timeoutMs: 1_000,
  });

const json =
  (status: number, body: unknown): Fetch =>
  () =>
    Promise.resolve(new Response(JSON.stringify(body), { status }));

it('[P91] asks once, for something that sends nothing', async () => {
  const calls: [string, RequestInit][] = [];
  const answer = await check((url, init) => {
    calls.push([url, init]);
    return Promise.resolve(Response.json({ count: 0, page: 0, batches: [] }));
  });
  expect(answer).toMatchObject({ ok: true });
  expect(calls).toHaveLength(1);
  const [[url, init] = ['', {}]] = calls;
  expect(url).toBe('https://eu.sms.api.sinch.com/xms/v1/plan1/batches?page_size=1');
  expect(init).toMatchObject({ method: 'GET', redirect: 'manual' });
  expect(init.body).toBeUndefined();
});

it.each<[string, Fetch, string]>([
  ['a wrong token', () => Promise.resolve(new Response(null, { status: 401 })), 'refused_credentials'],
  ['a blocked account', json(403, { code: 'blocked_account', text: 'Blocked' }), 'refused_credentials'],
  ['no such plan', () => Promise.resolve(new Response(null, { status: 404 })), 'wrong_address'],
  ['another service', () => Promise.resolve(new Response('<html>Hello</html>')), 'wrong_address'],
  ['JSON of another service', json(200, { ok: true }), 'wrong_address'],
  [
    'another address',
    () => Promise.resolve(new Response(null, { status: 302, headers: { location: 'https://a.example' } })),
    'wrong_address',
  ],
  ['a bad day', json(500, {}), 'unclear'],
  ['too many', json(429, { title: 'Too many', detail: 'Slow down' }), 'unclear'],
  [
    'nobody there',
    () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } })),
    'unreachable',
  ],
  ['a broken line', () => Promise.reject(new TypeError('fetch failed')), 'unclear'],
])('[P92] %s is told apart', async (_, fetch, reason) => {
  expect(await check(fetch)).toMatchObject({ ok: false, reason });
});

it('[P91] repeats no secret, even where the operator does', async () => {
  const answer = await check(json(401, { code: 'x', text: `Token ${apiToken} is unknown` }));
  expect(answer.ok).toBe(false);
  expect(answer.said).toContain('is unknown');
  expect(answer.said).not.toContain(apiToken);
});
