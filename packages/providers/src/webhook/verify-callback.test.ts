import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { verifyWebhookCallback } from './verify-callback.ts';

const BODY = '{"type":"sms.status","data":{"id":"m1","status":"delivered"}}';
const NOW = 1_700_000_000_000;
// The test vector of the library `standardwebhooks`.
const SECRET = 'whsec_c21zLXRlc3Qta2V5LTAxMjM0NTY3ODlhYmNkZWYwMTI=';
const SIGNATURE = 'v1,a+Ii/f/CI22juylsYsaNk+SpZ3My80AMLUhGA7wuEZg=';
const OTHER_SECRET = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const OTHER = `v1,${'A'.repeat(43)}=`;
const genuine = { 'webhook-id': 'msg_1', 'webhook-timestamp': '1700000000', 'webhook-signature': SIGNATURE };

interface Change {
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly now?: number;
  readonly callback?: string[];
}

function verify({ body = BODY, headers = {}, now = NOW, callback = [SECRET] }: Change) {
  return verifyWebhookCallback({
    rawBody: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    headers: { ...genuine, ...headers },
    secrets: { signing: [OTHER_SECRET], callback },
    now: () => now,
  });
}

describe('verifyWebhookCallback', () => {
  it.each<[string, Change]>([
    ['as it came', {}],
    [
      'among the signatures of other keys',
      { headers: { 'webhook-signature': `${OTHER} v1a,xyz ${SIGNATURE}` } },
    ],
    ['by the second secret', { callback: [OTHER_SECRET, SECRET] }],
    ['five minutes old', { now: NOW + 300_000 }],
    ['five minutes early', { now: NOW - 300_000 }],
  ])('[P66] takes a genuine call %s', async (_, change) => {
    expect(await verify(change)).toEqual({ ok: true, replayKey: 'msg_1.1700000000' });
  });

  it('[P66] signs bytes, whether or not they are text', async () => {
    const body = new Uint8Array([0xff, 0x00, 0xfe]);
    const key = Buffer.from(SECRET.slice(6), 'base64');
    const signature = createHmac('sha256', key).update('msg_1.1700000000.').update(body).digest('base64');
    expect(await verify({ body, headers: { 'webhook-signature': `v1,${signature}` } })).toMatchObject({
      ok: true,
    });
  });

  it.each<[string, Change, string]>([
    ['another body', { body: `${BODY} ` }, 'wrong_signature'],
    ['another id', { headers: { 'webhook-id': 'msg_2' } }, 'wrong_signature'],
    ['another time', { headers: { 'webhook-timestamp': '1700000001' } }, 'wrong_signature'],
    ['another signature', { headers: { 'webhook-signature': OTHER } }, 'wrong_signature'],
    ['the secret that we sign with', { callback: [OTHER_SECRET] }, 'wrong_signature'],
    [
      'a signature too far down the list',
      { headers: { 'webhook-signature': `${`${OTHER} `.repeat(10)}${SIGNATURE}` } },
      'wrong_signature',
    ],
    ['a body moved into the id', { headers: { 'webhook-id': 'msg_1.1' } }, 'unsigned'],
    ['no id', { headers: { 'webhook-id': undefined } }, 'unsigned'],
    ['no time', { headers: { 'webhook-timestamp': undefined } }, 'unsigned'],
    ['a time that is no number', { headers: { 'webhook-timestamp': '1700000000abc' } }, 'unsigned'],
    ['no signature', { headers: { 'webhook-signature': undefined } }, 'unsigned'],
    ['signatures in two headers', { headers: { 'webhook-signature': [SIGNATURE] } }, 'unsigned'],
    ['a signature of another kind', { headers: { 'webhook-signature': 'v1a,abc' } }, 'unsupported_algorithm'],
    ['a signature that is no base64', { headers: { 'webhook-signature': 'v1,!!' } }, 'unsupported_algorithm'],
    ['an old call with another body', { body: '{}', now: NOW + 300_001 }, 'wrong_signature'],
    ['an old call', { now: NOW + 300_001 }, 'outside_time_window'],
    ['a call from the future', { now: NOW - 300_001 }, 'outside_time_window'],
  ])('[P66] refuses %s', async (_, change, reason) => {
    expect(await verify(change)).toEqual({ ok: false, reason });
  });
});
