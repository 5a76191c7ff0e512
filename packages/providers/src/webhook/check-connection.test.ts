import { expect, it } from 'vitest';
import type { Fetch } from '../provider.ts';
import { checkWebhookConnection } from './check-connection.ts';
import { signWebhook } from './sign.ts';

const secretOf = (letter: string): string => `whsec_${btoa(letter.repeat(32))}`;
const secrets = { signing: [secretOf('a'), secretOf('b')], callback: [secretOf('c')] };
const at = Date.UTC(2026, 10, 29, 12);

const check = (fetch: Fetch) =>
  checkWebhookConnection({
    settings: { url: 'https://gateway.example/sms' },
    secrets,
    fetch,
    now: () => at,
    timeoutMs: 1_000,
  });

const status =
  (code: number): Fetch =>
  () =>
    Promise.resolve(new Response(code === 204 ? null : 'anything', { status: code }));

it('[P94] posts one ping, signed with every secret, without a message', async () => {
  const calls: [string, RequestInit][] = [];
  await check((url, init) => {
    calls.push([url, init]);
    return status(204)(url, init);
  });
  expect(calls).toHaveLength(1);
  const [[url, init] = ['', {}]] = calls;
  expect(url).toBe('https://gateway.example/sms');
  const body = '{"type":"ping","timestamp":"2026-11-29T12:00:00.000Z","data":{"id":"ping-1795953600000"}}';
  expect(init.body).toBe(body);
  const signed = await signWebhook({ id: `ping-${at}`, timestamp: at / 1000, body }, secrets.signing);
  expect(init.headers).toMatchObject(signed);
});

const named = (code: number, id: unknown): Fetch => {
  const body = JSON.stringify({ id });
  return () => Promise.resolve(new Response(body, { status: code }));
};

it.each([200, 201, 202])('[P94] %d that names the ping is well', async (code) => {
  const answer = await check(named(code, `ping-${at}`));
  expect(answer).toMatchObject({ ok: true });
  expect(answer).not.toHaveProperty('warning');
});

it.each<[string, Fetch]>([
  ['words without an id', status(200)],
  ['no content', status(204)],
  ['another id', named(200, 'ping-1')],
  ['an id that is none', named(202, 7)],
  ['a status that takes no message', named(206, `ping-${at}`)],
])('[P94] %s is well, with a warning of what becomes of messages', async (_, fetch) => {
  expect(await check(fetch)).toMatchObject({
    ok: true,
    warning: expect.stringContaining('becomes unknown') as string,
  });
});

it.each<[string, Fetch, string]>([
  ['401', status(401), 'refused_credentials'],
  ['403', status(403), 'refused_credentials'],
  ['404', status(404), 'wrong_address'],
  ['410', status(410), 'wrong_address'],
  ['a redirect', () => Promise.resolve(new Response(null, { status: 308 })), 'wrong_address'],
  ['422', status(422), 'unclear'],
  ['500', status(500), 'unclear'],
  ['silence', () => Promise.reject(new DOMException('', 'TimeoutError')), 'unclear'],
])('[P94] %s is told apart', async (_, fetch, reason) => {
  expect(await check(fetch)).toMatchObject({ ok: false, reason });
});

it('[P91] repeats nothing that the receiver says', async () => {
  const echo: Fetch = () => Promise.resolve(new Response(secrets.signing.join(' '), { status: 400 }));
  const answer = await check(echo);
  for (const secret of secrets.signing) expect(answer.said).not.toContain(secret);
});
