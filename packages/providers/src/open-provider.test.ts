import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openProvider, providerIdSchema } from './open-provider.ts';
import { providers } from './providers.ts';

const secretOf = (byte: number) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;

const stored = {
  sinch: { settings: { region: 'eu', servicePlanId: 'p' }, secrets: { apiToken: 'token-1' } },
  cm: { settings: {}, secrets: { productToken: 'token-1' } },
  webhook: {
    settings: { url: 'https://sms.example/in' },
    secrets: { signing: [secretOf(1)], callback: [secretOf(2)] },
  },
} as const;

const message = {
  id: '0199c0de-0000-7000-8000-00000000000a',
  sender: 'Curlew',
  recipient: '+31612345678',
  text: 'hello',
  parts: 1,
  encoding: 'GSM-7',
  expiresAt: null,
} as const;

describe('openProvider', () => {
  it('[P19] knows every operator', () => {
    expect(Object.keys(providers).toSorted()).toEqual(providerIdSchema.options.toSorted());
    expect(Object.keys(stored).toSorted()).toEqual(providerIdSchema.options.toSorted());
  });

  it.each([
    ['sinch', 'https://eu.sms.api.sinch.com/xms/v1/p/batches', 'authorization', 'Bearer token-1'],
    ['cm', 'https://gw.messaging.cm.com/v1.0/message', 'x-cm-producttoken', 'token-1'],
    ['webhook', 'https://sms.example/in', 'webhook-id', message.id],
  ] as const)('[P19] calls %s with its own settings and secrets', async (...[id, url, header, value]) => {
    const asked: unknown[] = [];
    const operator = openProvider(id, stored[id]);
    const context = {
      fetch: async (address: string, init: RequestInit) => {
        asked.push([address, new Headers(init.headers).get(header)]);
        return new Response('', { status: 503 });
      },
      now: Date.now,
      timeoutMs: 1000,
    };
    const outcome = await operator.send(
      { messages: [message] },
      { ...context, reference: 'ref-1', callbackUrl: null },
    );
    expect([operator.id, outcome.kind, asked]).toEqual([id, 'retry', [[url, value]]]);
    expect((await operator.findBatch('ref-1', context)).kind).toBe('unknown');
  });

  it('[P19] checks calls with its own secrets', async () => {
    const call = { rawBody: new Uint8Array(), headers: {}, now: Date.now };
    expect(await openProvider('cm', stored.cm).verifyCallback(call)).toEqual({ ok: true, replayKey: null });
    expect(await openProvider('webhook', stored.webhook).verifyCallback(call)).toEqual({
      ok: false,
      reason: 'unsigned',
    });
  });

  it('[P19] throws for the settings and secrets of another', () => {
    for (const id of providerIdSchema.options) {
      const { settings, secrets } = stored[id];
      const others = providerIdSchema.options.filter((other) => other !== id).map((other) => stored[other]);
      for (const other of others) {
        const withSettings = { settings: { ...other.settings, x: 1 }, secrets };
        expect(() => openProvider(id, withSettings)).toThrow(z.ZodError);
        expect(() => openProvider(id, { settings, secrets: other.secrets })).toThrow(z.ZodError);
      }
    }
  });
});
