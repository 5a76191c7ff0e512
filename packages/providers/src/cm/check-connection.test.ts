import { expect, it } from 'vitest';
import type { Fetch } from '../provider.ts';
import { checkCmConnection } from './check-connection.ts';

const productToken = '00000000-aaaa-bbbb-cccc-000000000000';

const check = (fetch: Fetch) =>
  checkCmConnection({ settings: {}, secrets: { productToken }, fetch, now: () => 0, timeoutMs: 1_000 });

const json =
  (status: number, body: unknown): Fetch =>
  () =>
    Promise.resolve(new Response(JSON.stringify(body), { status }));
const said = (status: number, errorCode: number, details = 'As it is') =>
  json(status, { details, errorCode, messages: [] });

it('[P91] asks once, with a list of no messages', async () => {
  const calls: [string, RequestInit][] = [];
  await check((url, init) => {
    calls.push([url, init]);
    return said(400, 203)(url, init);
  });
  expect(calls).toHaveLength(1);
  const [[url, init] = ['', {}]] = calls;
  expect(url).toBe('https://gw.messaging.cm.com/v1.0/message');
  expect(init.body).toBe('{"messages":{"msg":[]}}');
});

it.each([
  ['the list is wrong', said(400, 203)],
  ['the request is wrong', said(400, 202)],
  ['all is well', said(200, 0)],
])('[P93] the token is taken where %s', async (_, fetch) => {
  expect(await check(fetch)).toMatchObject({ ok: true });
});

it.each<[string, Fetch, string]>([
  ['no such token', said(400, 101), 'refused_credentials'],
  ['a wrong token', said(400, 103), 'refused_credentials'],
  ['a gateway that says so by its status', json(401, {}), 'refused_credentials'],
  ['no balance', said(400, 102), 'unclear'],
  ['an internal error', said(500, 500), 'unclear'],
  ['too many', json(429, {}), 'unclear'],
  ['a code of nobody', said(400, 777), 'wrong_address'],
  ['another service', () => Promise.resolve(new Response('<html>Hello</html>')), 'wrong_address'],
  ['another address', () => Promise.resolve(new Response(null, { status: 301 })), 'wrong_address'],
  [
    'nobody there',
    () => Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })),
    'unreachable',
  ],
])('[P93] %s is told apart', async (_, fetch, reason) => {
  expect(await check(fetch)).toMatchObject({ ok: false, reason });
});

it('[P91] repeats no secret, even where the operator does', async () => {
  const answer = await check(said(400, 103, `No such token: ${productToken}`));
  expect(answer.said).toContain('No such token');
  expect(answer.said).not.toContain(productToken);
});
