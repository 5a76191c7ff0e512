import { describe, expect, it } from 'vitest';
import type { OutboundMessage } from '../provider.ts';
import { findSinchBatch } from './find-batch.ts';
import { sendSinchBatch } from './send.ts';

interface Request {
  readonly url: string;
  readonly init: RequestInit;
}

/** A `fetch` that writes down what is asked and gives one answer. */
function openSinch(status: number, body: unknown) {
  const requests: Request[] = [];
  const context = {
    settings: { region: 'eu' as const, servicePlanId: 'plan1' },
    secrets: { apiToken: 'token-1' },
    fetch: async (url: string, init: RequestInit) => {
      requests.push({ url, init });
      return Response.json(body, { status });
    },
    now: () => Date.parse('2026-11-22T10:00:00Z'),
    timeoutMs: 1000,
  };
  return { requests, context };
}

function message(change: Partial<OutboundMessage>): OutboundMessage {
  return {
    id: 'a',
    sender: 'Curlew',
    recipient: '+31612345678',
    text: 'hello',
    parts: 1,
    encoding: 'GSM-7',
    expiresAt: null,
    ...change,
  };
}

describe('sendSinchBatch', () => {
  it('[P20] posts JSON with the token to the plan', async () => {
    const { requests, context } = openSinch(201, { id: '01ABC', client_reference: 'ref-1' });
    const outcome = await sendSinchBatch(
      { messages: [message({})] },
      { ...context, reference: 'ref-1', callbackUrl: null },
    );
    expect(outcome).toEqual({ kind: 'accepted', providerBatchId: '01ABC', refused: [] });
    expect(requests).toMatchObject([
      {
        url: 'https://eu.sms.api.sinch.com/xms/v1/plan1/batches',
        init: {
          method: 'POST',
          redirect: 'manual',
          headers: { Authorization: 'Bearer token-1', 'Content-Type': 'application/json' },
        },
      },
    ]);
  });

  it.each([
    ['invalid_recipient', { recipient: '0612345678' }],
    ['empty_text', { text: '' }],
    ['text_too_long', { text: 'x'.repeat(2001) }],
  ])('[P25] refuses %s by name and asks nothing', async (code, change) => {
    const { requests, context } = openSinch(201, { id: '01ABC' });
    const outcome = await sendSinchBatch(
      { messages: [message({ recipient: '+31612345679' }), message({ id: 'bad', ...change })] },
      { ...context, reference: 'ref-1', callbackUrl: null },
    );
    expect(outcome).toMatchObject({ kind: 'refused', code, messageIds: ['bad'] });
    expect(requests).toEqual([]);
  });

  it('[P25] takes 2,000 units', async () => {
    const { context } = openSinch(201, { id: '01ABC' });
    const batch = { messages: [message({ text: 'x'.repeat(2000) })] };
    const outcome = await sendSinchBatch(batch, { ...context, reference: 'ref-1', callbackUrl: null });
    expect(outcome.kind).toBe('accepted');
  });
});

describe('findSinchBatch', () => {
  it('[P34] asks by reference and looks 13 days back', async () => {
    const { requests, context } = openSinch(200, { count: 0, page: 0, page_size: 10, batches: [] });
    expect(await findSinchBatch('ref 1', context)).toEqual({ kind: 'not_found' });
    const url = new URL(requests[0]?.url ?? '');
    expect(url.pathname).toBe('/xms/v1/plan1/batches');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_reference: 'ref 1',
      start_date: '2026-11-09T10:00:00.000Z',
      page_size: '10',
    });
  });

  it.each([
    [{ count: 1, batches: [{ id: '01ABC', client_reference: 'ref-1' }] }, 'found'],
    [{ batches: [{ id: '01X' }, { id: '01ABC', client_reference: 'ref-1' }] }, 'found'],
    [{ batches: [] }, 'not_found'],
    [{ count: 3, batches: [] }, 'unknown'],
    [{ count: 1, batches: [{ id: '01X', client_reference: 'ref-2' }] }, 'unknown'],
    [{ count: 1, batches: [{ id: '01X' }] }, 'unknown'],
    [{ count: 1, batches: [{ id: '', client_reference: 'ref-1' }] }, 'unknown'],
    [{ count: 0 }, 'unknown'],
    [[], 'unknown'],
    ['nothing', 'unknown'],
  ])('[P13] %j is %s', async (body, kind) => {
    expect((await findSinchBatch('ref-1', openSinch(200, body).context)).kind).toBe(kind);
  });

  it.each([401, 404, 429, 500])('[P13] a refusal (%i) says nothing about the request', async (status) => {
    const body = { count: 0, batches: [] };
    expect((await findSinchBatch('ref-1', openSinch(status, body).context)).kind).toBe('unknown');
  });
});
