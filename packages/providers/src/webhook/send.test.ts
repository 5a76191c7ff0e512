import { describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../provider.ts';
import { webhookSecretsSchema, webhookSettingsSchema } from './settings.ts';
import { signWebhook } from './sign.ts';
import { verifyWebhookCallback } from './verify-callback.ts';
import { webhook } from './webhook.ts';

const ID = '0199c0de-0000-7000-8000-00000000000a';
const secretOf = (byte: number, length = 32) => `whsec_${Buffer.alloc(length, byte).toString('base64')}`;

interface Request {
  readonly url: string;
  readonly init: RequestInit;
  readonly body: unknown;
}

const textOf = (request: Request | undefined): string => {
  if (typeof request?.body !== 'string') throw new Error('a text was to be posted');
  return request.body;
};

function openReceiver(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const requests: Request[] = [];
  return {
    requests,
    context: {
      settings: { url: 'https://sms.example/in' },
      secrets: { signing: [secretOf(1), secretOf(2)], callback: [secretOf(3)] },
      fetch: async (url: string, init: RequestInit) => {
        requests.push({ url, init, body: init.body });
        return new Response(JSON.stringify(body), { status, headers });
      },
      now: () => Date.parse('2026-11-22T10:00:00.500Z'),
      timeoutMs: 1000,
      reference: 'ref-1',
      callbackUrl: 'https://curlew.example/hooks/1',
    },
  };
}

function message(change: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    id: ID,
    sender: 'Curlew',
    recipient: '+31612345678',
    text: 'hello',
    parts: 1,
    encoding: 'GSM-7',
    expiresAt: Date.parse('2026-11-22T12:00:00Z'),
    ...change,
  };
}

const send = (status: number, body: unknown, headers = {}) =>
  webhook.send({ messages: [message()] }, openReceiver(status, body, headers).context);

describe('send', () => {
  it('[P62] posts what is to be sent', async () => {
    const { requests, context } = openReceiver(202, { id: ID });
    const outcome = await webhook.send({ messages: [message()] }, context);
    expect(outcome).toEqual({ kind: 'accepted', providerBatchId: 'ref-1', refused: [] });
    expect(requests).toMatchObject([
      { url: 'https://sms.example/in', init: { method: 'POST', redirect: 'manual' } },
    ]);
    expect(JSON.parse(textOf(requests[0]))).toEqual({
      type: 'sms.send',
      timestamp: '2026-11-22T10:00:00.500Z',
      data: {
        id: ID,
        to: '+31612345678',
        from: 'Curlew',
        text: 'hello',
        encoding: 'GSM-7',
        parts: 1,
        reference: 'ref-1',
        expiresAt: '2026-11-22T12:00:00.000Z',
        callbackUrl: 'https://curlew.example/hooks/1',
      },
    });
  });

  it('[P60] has the id of the message at every attempt', async () => {
    const { requests, context } = openReceiver(503, {});
    await webhook.send({ messages: [message()] }, { ...context, reference: 'ref-2' });
    await webhook.send({ messages: [message()] }, { ...context, now: () => context.now() + 60_000 });
    expect(requests.map(({ init }) => new Headers(init.headers).get('webhook-id'))).toEqual([ID, ID]);
  });

  it('[P60] is a request for each message', () => {
    const messages = [message(), message({ id: ID.replace('a', 'b') })];
    expect(webhook.planBatches(messages)).toEqual([{ messages: [messages[0]] }, { messages: [messages[1]] }]);
  });

  it('[P60] throws for an id that cannot be signed, before anything leaves', async () => {
    const { requests, context } = openReceiver(202, {});
    await expect(webhook.send({ messages: [message({ id: 'a.b' })] }, context)).rejects.toThrow('signed');
    expect(requests).toEqual([]);
  });

  it.each([
    ['invalid_recipient', { recipient: '0612345678' }],
    ['empty_text', { text: '' }],
  ])('[P64] refuses %s by name and asks nothing', async (code, change) => {
    const { requests, context } = openReceiver(202, {});
    const outcome = await webhook.send({ messages: [message(change)] }, context);
    expect(outcome).toMatchObject({ kind: 'refused', code, messageIds: [ID] });
    expect(requests).toEqual([]);
  });

  it('[P61] signs with every secret, and each signature is genuine', async () => {
    const { requests, context } = openReceiver(202, { id: ID });
    await webhook.send({ messages: [message()] }, context);
    const body = textOf(requests[0]);
    const headers = Object.fromEntries(new Headers(requests[0]?.init.headers));
    expect(headers['webhook-timestamp']).toBe(String(Math.floor(context.now() / 1000)));
    const signatures = headers['webhook-signature']?.split(' ') ?? [];
    expect(signatures).toHaveLength(2);
    for (const [index, signature] of signatures.entries()) {
      const check = await verifyWebhookCallback({
        rawBody: new TextEncoder().encode(body),
        headers: { ...headers, 'webhook-signature': signature },
        secrets: { signing: [], callback: [secretOf(index + 1)] },
        now: context.now,
      });
      expect(check.ok).toBe(true);
    }
  });

  it('[P61] signs as the library of Standard Webhooks does', async () => {
    const signed = await signWebhook(
      {
        id: 'msg_1',
        timestamp: 1_700_000_000,
        body: '{"type":"sms.status","data":{"id":"m1","status":"delivered"}}',
      },
      ['whsec_c21zLXRlc3Qta2V5LTAxMjM0NTY3ODlhYmNkZWYwMTI='],
    );
    expect(signed).toEqual({
      'webhook-id': 'msg_1',
      'webhook-timestamp': '1700000000',
      'webhook-signature': 'v1,a+Ii/f/CI22juylsYsaNk+SpZ3My80AMLUhGA7wuEZg=',
    });
  });
});

describe('an answer', () => {
  it.each([200, 201, 202, 409])('[P63] of %i that names the message takes it', async (status) => {
    expect(await send(status, { id: ID, providerMessageId: 'p-7' })).toEqual({
      kind: 'accepted',
      providerBatchId: 'p-7',
      refused: [],
    });
    expect(await send(status, { id: ID, providerMessageId: 'not one' })).toMatchObject({
      providerBatchId: 'ref-1',
    });
  });

  it.each([200, 201, 202, 409])('[P63] of %i that does not takes nothing for sure', async (status) => {
    for (const body of [{}, { id: 'another' }, { ok: true }, 'thanks', null]) {
      expect((await send(status, body)).kind).toBe('unknown');
    }
  });

  it.each([425, 429, 503])('[P64] of %i lets it come again', async (status) => {
    expect(await send(status, { code: 'busy', message: 'later' }, { 'retry-after': '9' })).toEqual({
      kind: 'retry',
      afterMs: 9000,
      error: 'later',
      stopsQueue: false,
    });
  });

  it.each([401, 403, 404, 410])('[P64] of %i stops the queue', async (status) => {
    expect(await send(status, {})).toMatchObject({ kind: 'retry', stopsQueue: true });
  });

  it.each([400, 402, 405, 413, 415, 418, 422, 451])('[P64] of %i refuses the message', async (status) => {
    expect(await send(status, { code: 'E7', message: 'no such\u0000 sender' })).toEqual({
      kind: 'refused',
      code: 'E7',
      error: 'no such sender',
      messageIds: 'all',
    });
    expect(await send(status, { message: 7 })).toMatchObject({
      code: `http_${status}`,
      error: `the receiver answered ${status}`,
    });
    expect(await send(status, { code: 'not one', message: 'x' })).toMatchObject({ code: `http_${status}` });
  });

  it.each([408, 500, 501, 502, 504, 599])('[P65] of %i is unknown', async (status) => {
    expect(await send(status, { id: ID, message: 'oh' })).toEqual({ kind: 'unknown', error: 'oh' });
  });

  it('[P11] does not repeat the bytes of a secret either', async () => {
    const bare = secretOf(1).replace('whsec_', '');
    expect(JSON.stringify(await send(400, { message: `key ${bare} is wrong` }))).not.toContain(bare);
  });
});

describe('settings', () => {
  const good = { signing: [secretOf(1)], callback: [secretOf(2)] };

  it.each([
    good,
    { signing: [secretOf(1, 24), secretOf(2, 64), secretOf(3)], callback: [secretOf(4), secretOf(5)] },
  ])('[P69] takes secrets of 24 to 64 bytes', (secrets) => {
    expect(webhookSecretsSchema.safeParse(secrets).success).toBe(true);
  });

  it.each([
    ['23 bytes', { ...good, signing: [secretOf(1, 23)] }],
    ['65 bytes', { ...good, signing: [secretOf(1, 65)] }],
    ['no prefix', { ...good, signing: [secretOf(1).slice(6)] }],
    ['no base64', { ...good, callback: [`whsec_${'!'.repeat(40)}`] }],
    ['base64 that is cut', { ...good, callback: [secretOf(1, 33).slice(0, -1)] }],
    ['none', { ...good, callback: [] }],
    ['four', { ...good, callback: [2, 3, 4, 5].map((byte) => secretOf(byte)) }],
    ['one for both ways', { signing: [secretOf(1), secretOf(2)], callback: [secretOf(2)] }],
    ['one way only', { signing: good.signing }],
  ])('[P69] refuses %s', (_, secrets) => {
    expect(webhookSecretsSchema.safeParse(secrets).success).toBe(false);
  });

  it.each([
    'ftp://a.example',
    'https://u:p@a.example',
    'https://a.example/?token=1',
    'https://a.example/#x',
    'a',
  ])('[P69] refuses the address %s', (url) => {
    expect(webhookSettingsSchema.safeParse({ url }).success).toBe(false);
  });
});
