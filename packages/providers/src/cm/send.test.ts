import { describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../provider.ts';
import { cm } from './cm.ts';
import { cmMessageUrl } from './address.ts';
import { cmSecretsSchema, cmSettingsSchema, type CmSettings } from './settings.ts';

interface Request {
  readonly url: string;
  readonly init: RequestInit;
  readonly body: unknown;
}

const ID = '0199c0de-0000-7000-8000-00000000000a';
const REFERENCE = 'ref-1';

/** A `fetch` that writes down what is asked and gives one answer. */
function openCm(settings: CmSettings, body: unknown = {}) {
  const requests: Request[] = [];
  return {
    requests,
    context: {
      settings,
      secrets: { productToken: 'token-1' },
      fetch: async (url: string, init: RequestInit) => {
        requests.push({ url, init, body: init.body });
        return Response.json(body);
      },
      now: () => Date.parse('2026-11-22T10:00:00Z'),
      timeoutMs: 1000,
      reference: REFERENCE,
      callbackUrl: null,
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
    expiresAt: null,
    ...change,
  };
}

const taken = {
  errorCode: 0,
  messages: [{ status: 'Accepted', reference: ID.replaceAll('-', ''), messageErrorCode: 0 }],
};

describe('send', () => {
  it('[P40] posts JSON with the token to the gateway', async () => {
    const { requests, context } = openCm({ customGrouping: 'spring' }, taken);
    const outcome = await cm.send({ messages: [message()] }, context);
    expect(outcome).toEqual({ kind: 'accepted', providerBatchId: REFERENCE, refused: [] });
    expect(requests).toMatchObject([
      {
        url: 'https://gw.messaging.cm.com/v1.0/message',
        init: {
          method: 'POST',
          redirect: 'manual',
          headers: { 'X-CM-PRODUCTTOKEN': 'token-1', 'Content-Type': 'application/json' },
          body: expect.stringContaining('"customGrouping":"spring"'),
        },
      },
    ]);
    expect(requests[0]?.body).toEqual(expect.not.stringContaining('token-1'));
  });

  it('[P40] plans up to 1,000 for a request', () => {
    const messages = Array.from({ length: 2001 }, (_, index) =>
      message({ recipient: `+3161${String(index).padStart(7, '0')}` }),
    );
    expect(cm.planBatches(messages).map((batch) => batch.messages.length)).toEqual([1000, 1000, 1]);
  });

  it.each([
    ['invalid_recipient', { recipient: '0612345678' }],
    ['empty_text', { text: '' }],
    ['text_too_long', { text: 'x'.repeat(8 * 153 + 1), parts: 9 }],
    ['text_too_long', { text: 'й'.repeat(8 * 66 + 1), parts: 8 }],
  ])('[P45] refuses %s by name and asks nothing', async (code, change) => {
    const { requests, context } = openCm({});
    const bad = message({ id: 'bad', ...change });
    const outcome = await cm.send({ messages: [message({ recipient: '+31612345679' }), bad] }, context);
    expect(outcome).toMatchObject({ kind: 'refused', code, messageIds: ['bad'] });
    expect(requests).toEqual([]);
  });

  it('[P45] takes eight parts', async () => {
    const { context } = openCm({}, taken);
    const text = 'x'.repeat(8 * 152);
    expect((await cm.send({ messages: [message({ text, parts: 8 })] }, context)).kind).toBe('accepted');
  });

  it('[P42] throws for an id that is no UUID, before anything leaves', async () => {
    const { requests, context } = openCm({}, taken);
    await expect(cm.send({ messages: [message({ id: 'a' })] }, context)).rejects.toThrow('no UUID');
    expect(requests).toEqual([]);
  });

  it('[P51] asks for no request', async () => {
    const { requests, context } = openCm({});
    expect(await cm.findBatch(REFERENCE, context)).toMatchObject({ kind: 'unknown' });
    expect(requests).toEqual([]);
  });

  it('[P57] takes a call without a signature, and wants 200 whatever it says', async () => {
    const call = { rawBody: new Uint8Array(), headers: {}, secrets: { productToken: 'a' }, now: Date.now };
    expect(await cm.verifyCallback(call)).toEqual({ ok: true, replayKey: null });
    expect(cm.callbacks).toEqual({ unreadable: 200, takesForms: true });
  });
});

it.each([
  [{}, 'https://gw.messaging.cm.com/v1.0/message'],
  [{ baseUrl: 'https://gw.cmtelecom.com' }, 'https://gw.cmtelecom.com/v1.0/message'],
  [{ baseUrl: 'http://127.0.0.1:4100/cm/' }, 'http://127.0.0.1:4100/cm/v1.0/message'],
])('[P58] the settings %j lead to %s', (settings, url) => {
  expect(cmMessageUrl(cmSettingsSchema.parse(settings))).toBe(url);
});

it.each([
  { baseUrl: 'ftp://gw.example' },
  { baseUrl: 'https://name:word@gw.example' },
  { baseUrl: 'https://gw.example?x=1' },
  { baseUrl: 'gw.example' },
  { customGrouping: '' },
  { customGrouping: 'x'.repeat(101) },
  { customGrouping: 'a\nb' },
  { region: 'uk' },
])('[P58] refuses the settings %j', (settings) => {
  expect(cmSettingsSchema.safeParse(settings).success).toBe(false);
});

it.each([
  [{}],
  [{ productToken: '' }],
  [{ productToken: 'a b' }],
  [{ productToken: 'a\n' }],
  [{ productToken: 'é' }],
])('[P58] refuses the secrets %j', (secrets) => {
  expect(cmSecretsSchema.safeParse(secrets).success).toBe(false);
});
