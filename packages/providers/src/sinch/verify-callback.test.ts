import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifySinchCallback } from './verify-callback.ts';

const BODY = '{"type":"sms.status","data":{"id":"m1","status":"delivered"}}';
const NOW = 1_700_000_000_000;
const PREFIX = 'x-sinch-webhook-signature';
const genuine = {
  [PREFIX]: 'S6ZqybY0s18DHeL9YwzSs1t173wAqidV2TvQ+D0D8iQ=',
  [`${PREFIX}-nonce`]: 'nonce1',
  [`${PREFIX}-timestamp`]: '1700000000',
  [`${PREFIX}-algorithm`]: 'HmacSHA256',
};
const secrets = { apiToken: 'token-1', callbackSecret: 'sinch-secret' };

interface Change {
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly now?: number;
}

function verify({ body = BODY, headers = {}, now = NOW }: Change) {
  return verifySinchCallback({
    rawBody: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    headers: { ...genuine, ...headers },
    secrets,
    now: () => now,
  });
}

describe('verifySinchCallback', () => {
  it('[P35] takes a genuine call', async () => {
    expect(await verify({})).toEqual({ ok: true, replayKey: 'nonce1' });
  });

  it('[P35] signs bytes, whether or not they are text', async () => {
    const body = new Uint8Array([0xff, 0x00, 0xfe]);
    const signature = createHmac('sha256', secrets.callbackSecret).update(body).update('.nonce1.1700000000');
    const headers = { [PREFIX]: signature.digest('base64') };
    expect(await verify({ body, headers })).toEqual({ ok: true, replayKey: 'nonce1' });
  });

  it.each([
    ['another body', { body: `${BODY} ` }, 'wrong_signature'],
    ['another nonce', { headers: { [`${PREFIX}-nonce`]: 'nonce2' } }, 'wrong_signature'],
    ['another time', { headers: { [`${PREFIX}-timestamp`]: '1700000001' } }, 'wrong_signature'],
    ['another signature', { headers: { [PREFIX]: `${'A'.repeat(43)}=` } }, 'wrong_signature'],
    ['a body moved into the nonce', { body: '{}', headers: { [`${PREFIX}-nonce`]: 'a.b' } }, 'unsigned'],
    ['no signature', { headers: { [PREFIX]: undefined } }, 'unsigned'],
    ['a signature that is no base64', { headers: { [PREFIX]: '!!' } }, 'unsigned'],
    ['a signature twice', { headers: { [PREFIX]: [genuine[PREFIX], genuine[PREFIX]] } }, 'unsigned'],
    ['no nonce', { headers: { [`${PREFIX}-nonce`]: undefined } }, 'unsigned'],
    ['no algorithm', { headers: { [`${PREFIX}-algorithm`]: undefined } }, 'unsigned'],
    ['a time that is no number', { headers: { [`${PREFIX}-timestamp`]: '1700000000abc' } }, 'unsigned'],
    ['another algorithm', { headers: { [`${PREFIX}-algorithm`]: 'none' } }, 'unsupported_algorithm'],
    ['an old call with another body', { body: '{}', now: NOW + 300_001 }, 'wrong_signature'],
    ['an old call', { now: NOW + 300_001 }, 'outside_time_window'],
    ['a call from the future', { now: NOW - 300_001 }, 'outside_time_window'],
  ])('[P35] refuses %s', async (_, change: Change, reason) => {
    expect(await verify(change)).toEqual({ ok: false, reason });
  });

  it.each([NOW - 300_000, NOW + 300_000])('[P35] takes a call five minutes off', async (now) => {
    expect(await verify({ now })).toMatchObject({ ok: true });
  });

  it('[P36] takes an unsigned call when there is no secret', async () => {
    const call = { rawBody: new Uint8Array(), headers: {}, secrets: { apiToken: 'token-1' }, now: () => NOW };
    expect(await verifySinchCallback(call)).toEqual({ ok: true, replayKey: null });
  });
});
