import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { FindOutcome, OutboundBatch, OutboundMessage, SendContext } from './provider.ts';
import { providers } from './providers.ts';
import type { CallbackReading } from './receipt.ts';
import type { SendOutcome } from './send-outcome.ts';

/** What the suite needs to know of an adapter: a new one joins by adding its subject to the list below. */
interface Subject {
  readonly title: string;
  /** In the secrets of `open`; must show up nowhere. */
  readonly secret: string;
  readonly open: (baseUrl: string, timeoutMs: number) => Operator;
  readonly readCallback: (body: unknown) => CallbackReading;
  readonly success: { readonly status: number; readonly body: (reference: string) => unknown };
  /** Bodies that come with the status of success and prove nothing. */
  readonly nonsense: readonly unknown[];
  readonly refusedCredentials: { readonly status: number; readonly error: (text: string) => unknown };
  readonly undocumented: readonly number[];
  readonly found: (reference: string) => unknown;
  readonly notFound: unknown;
  /** Until when the operator is to try, by the body of a request; null: as long as it does by itself. */
  readonly expiryOf: (body: string) => number | null;
  readonly delivered: (batchId: string, msisdn: string) => unknown;
}

interface Operator {
  readonly send: (batch: OutboundBatch) => Promise<SendOutcome>;
  readonly findBatch: () => Promise<FindOutcome>;
}

const REFERENCE = '0199c0de-0000-7000-8000-000000000001';

const sinchSubject: Subject = {
  title: 'Sinch',
  secret: 'very-secret-token',
  open: (baseUrl, timeoutMs) => {
    const context: SendContext<{ baseUrl: string; servicePlanId: string }, { apiToken: string }> = {
      settings: { baseUrl, servicePlanId: 'plan1' },
      secrets: { apiToken: 'very-secret-token' },
      fetch,
      now: Date.now,
      timeoutMs,
      reference: REFERENCE,
      callbackUrl: 'https://curlew.example/receipts/1',
    };
    return {
      send: (batch) => providers.sinch.send(batch, context),
      findBatch: () => providers.sinch.findBatch(REFERENCE, context),
    };
  },
  readCallback: providers.sinch.readCallback,
  success: {
    status: 201,
    body: (reference) => ({ id: '01ABC', client_reference: reference, to: ['31612345678'] }),
  },
  nonsense: [
    {},
    [],
    null,
    'ok',
    7,
    { id: '' },
    { id: 5 },
    { id: 'a b' },
    { batch: { id: '01ABC' } },
    { id: '01ABC', client_reference: 'of-somebody-else' },
    { id: '01ABC', client_reference: 5 },
  ],
  refusedCredentials: { status: 401, error: (text) => ({ code: 'unauthorized', text }) },
  undocumented: [202, 204, 302, 307, 402, 408, 409, 418, 502, 504],
  found: (reference) => ({ count: 1, batches: [{ id: '01ABC', client_reference: reference }] }),
  expiryOf: (body) => {
    const request: unknown = JSON.parse(body);
    const { expire_at: end } = request as { expire_at?: string };
    return end === undefined ? null : Date.parse(end);
  },
  notFound: { count: 0, page: 0, page_size: 10, batches: [] },
  delivered: (batchId, msisdn) => ({
    type: 'recipient_delivery_report_sms',
    batch_id: batchId,
    recipient: msisdn,
    code: 0,
    status: 'Delivered',
    at: '2026-11-22T08:20:54Z',
  }),
};

const subjects = [sinchSubject];

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
interface LoopbackServer {
  readonly url: string;
  /** Method and path of each request that arrived whole. */
  readonly requests: readonly string[];
  readonly bodies: readonly string[];
  readonly close: () => Promise<void>;
}

const open: LoopbackServer[] = [];

/** A real HTTP server that lets `handle` answer once the whole request has arrived. */
async function serve(handle: Handler): Promise<LoopbackServer> {
  const requests: string[] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      requests.push(`${request.method} ${request.url}`);
      bodies.push(body);
      handle(request, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // `address()` is an AddressInfo once a TCP server listens.
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const loopback = { url: `http://127.0.0.1:${port}`, requests, bodies, close };
  open.push(loopback);
  return loopback;
}

function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Handler {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

const message: OutboundMessage = {
  id: 'a',
  sender: 'Curlew',
  recipient: '+31612345678',
  text: 'hello',
  parts: 1,
  encoding: 'GSM-7',
  expiresAt: null,
};
const batch: OutboundBatch = { messages: [message, { ...message, id: 'b', recipient: '+31612345679' }] };

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe.each(subjects)('the port, by $title', (subject) => {
  async function sendTo(handle: Handler, timeoutMs = 5000) {
    const server = await serve(handle);
    return { outcome: await subject.open(server.url, timeoutMs).send(batch), server };
  }

  it('[P3] makes one request', async () => {
    const { status, body } = subject.success;
    const { outcome, server } = await sendTo(answer(status, body(REFERENCE)));
    expect(outcome).toMatchObject({ kind: 'accepted', refused: [] });
    expect(server.requests).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])('[P3] does not follow a redirect (%i)', async (status) => {
    const target = await serve(answer(subject.success.status, subject.success.body(REFERENCE)));
    const { outcome } = await sendTo(answer(status, '', { location: `${target.url}/elsewhere` }));
    expect(outcome.kind).toBe('unknown');
    expect(target.requests).toEqual([]);
  });

  it('[P4] throws on a batch that breaks the rules, before anything leaves', async () => {
    const server = await serve(answer(subject.success.status, subject.success.body(REFERENCE)));
    const operator = subject.open(server.url, 5000);
    await expect(operator.send({ messages: [] })).rejects.toThrow('batch');
    await expect(operator.send({ messages: [message, { ...message, id: 'b' }] })).rejects.toThrow('twice');
    expect(server.requests).toEqual([]);
  });

  const nonsense = [...subject.nonsense, '', '{"id":"01A', '<html>fine</html>', '\u0000'];
  // Each in an array of its own: `each` would spread a body that is an array.
  it.each(nonsense.map((body) => [body]))('[P5] success with the body %j is unknown', async (body) => {
    const { outcome } = await sendTo(answer(subject.success.status, body));
    expect(outcome.kind).toBe('unknown');
  });

  it('[P6] a closed port is retried', async () => {
    const server = await serve(answer(200, ''));
    await server.close();
    const outcome = await subject.open(server.url, 5000).send(batch);
    expect(outcome).toMatchObject({ kind: 'retry', afterMs: null, stopsQueue: false });
    expect(JSON.stringify(outcome)).toContain('ECONNREFUSED');
  });

  it.each(['http://operator.invalid', 'http://127.0.0.1:6000'])('[P6] %s is retried', async (url) => {
    expect(await subject.open(url, 5000).send(batch)).toMatchObject({ kind: 'retry', stopsQueue: false });
  });

  it('[P7] silence is unknown', async () => {
    const { outcome, server } = await sendTo(() => {}, 100);
    expect(outcome).toEqual({ kind: 'unknown', error: 'no answer came back (timeout)' });
    expect(server.requests).toHaveLength(1);
  });

  it('[P7] a connection closed without an answer is unknown', async () => {
    const { outcome } = await sendTo((request) => request.socket.destroy());
    expect(outcome.kind).toBe('unknown');
  });

  it('[P7] an answer that breaks off is unknown', async () => {
    const { status, body } = subject.success;
    const { outcome } = await sendTo((request, response) => {
      response.writeHead(status, { 'content-length': '5000' });
      response.write(JSON.stringify(body(REFERENCE)), () => request.socket.destroy());
    });
    expect(outcome.kind).toBe('unknown');
  });

  it('[P7] an answer that stops in the middle is unknown', async () => {
    const { status, body } = subject.success;
    const { outcome } = await sendTo((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.write(JSON.stringify(body(REFERENCE)));
    }, 200);
    expect(outcome.kind).toBe('unknown');
  });

  it.each([
    [7, 'accepted'],
    [9, 'unknown'],
  ])('[P16] a success of %i MiB is %s', async (mebibytes, kind) => {
    const { status, body } = subject.success;
    const padding = ' '.repeat(mebibytes * 1024 * 1024);
    const { outcome } = await sendTo(answer(status, JSON.stringify(body(REFERENCE)) + padding));
    expect(outcome.kind).toBe(kind);
  });

  it.each([429, 503])('[P8] %i is retried when the operator says', async (status) => {
    const { outcome } = await sendTo(answer(status, '', { 'retry-after': '7' }));
    expect(outcome).toMatchObject({ kind: 'retry', afterMs: 7000, stopsQueue: false });
  });

  it.each([429, 503])('[P8] %i is retried when the operator does not say', async (status) => {
    const { outcome } = await sendTo(answer(status, '{broken'));
    expect(outcome).toMatchObject({ kind: 'retry', afterMs: null, stopsQueue: false });
  });

  it('[P9] refused credentials stop the queue', async () => {
    const { status, error } = subject.refusedCredentials;
    const { outcome } = await sendTo(answer(status, error('who are you')));
    expect(outcome).toMatchObject({ kind: 'retry', stopsQueue: true });
  });

  it.each(subject.undocumented)('[P10] %i is unknown', async (status) => {
    const { outcome } = await sendTo(answer(status, subject.success.body(REFERENCE)));
    expect(outcome.kind).toBe('unknown');
  });

  it('[P11] no outcome repeats a secret', async () => {
    const { status, error } = subject.refusedCredentials;
    const body = error(`the token ${subject.secret} is not known`);
    for (const refusal of [status, 400, 403, 429, 500]) {
      const { outcome, server } = await sendTo(answer(refusal, body));
      expect(JSON.stringify(outcome)).toContain('is not known');
      expect(JSON.stringify(outcome)).not.toContain(subject.secret);
      const finding = await subject.open(server.url, 5000).findBatch();
      expect(JSON.stringify(finding)).not.toContain(subject.secret);
    }
  });

  it('[P13] finds a request by our reference', async () => {
    const server = await serve(answer(200, subject.found(REFERENCE)));
    expect(await subject.open(server.url, 5000).findBatch()).toEqual({
      kind: 'found',
      providerBatchId: '01ABC',
    });
  });

  it('[P13] knows when there is none', async () => {
    const server = await serve(answer(200, subject.notFound));
    expect(await subject.open(server.url, 5000).findBatch()).toEqual({ kind: 'not_found' });
  });

  it.each([
    ['another request', answer(200, subject.found('of-somebody-else'))],
    ['nonsense', answer(200, '<html>')],
    ['an error', answer(500, subject.notFound)],
    ['a closed connection', (request: IncomingMessage) => request.socket.destroy()],
  ])('[P13] concludes nothing from %s', async (_, handle) => {
    const server = await serve(handle);
    expect((await subject.open(server.url, 5000).findBatch()).kind).toBe('unknown');
  });

  it('[P17] tells the operator until when a message is worth delivering', async () => {
    const expiresAt = Date.now() + 2 * 60 * 60 * 1000;
    const { status, body } = subject.success;
    const server = await serve(answer(status, body(REFERENCE)));
    const operator = subject.open(server.url, 5000);
    await operator.send({ messages: [{ ...message, expiresAt }] });
    await operator.send({ messages: [message] });
    expect(server.bodies.map(subject.expiryOf)).toEqual([expiresAt, null]);
  });

  it('[P14] reads a receipt of what it sent', () => {
    const reading = subject.readCallback(subject.delivered('01ABC', '31612345678'));
    expect(reading).toMatchObject({
      ok: true,
      updates: [{ providerBatchId: '01ABC', recipient: '+31612345678', status: 'delivered', error: null }],
    });
  });
});
