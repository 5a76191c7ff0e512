import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { OutboundMessage } from './provider.ts';
import { providers } from './providers.ts';
import type { CallbackReading, ReceiptUpdate } from './receipt.ts';
import { REFERENCE, subjects } from './testing/subjects.ts';

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
  id: '0199c0de-0000-7000-8000-00000000000a',
  sender: 'Curlew',
  recipient: '+31612345678',
  text: 'hello',
  parts: 1,
  encoding: 'GSM-7',
  expiresAt: null,
};
const other = { ...message, id: '0199c0de-0000-7000-8000-00000000000b', recipient: '+31612345679' };

it('[P1] every operator is a subject', () => {
  const titles = Object.values(providers).map(({ title }) => title.replace('.com', '').toLowerCase());
  expect(subjects.map(({ title }) => title.toLowerCase()).toSorted()).toEqual(titles.toSorted());
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe.each(subjects)('the port, by $title', (subject) => {
  const batch = { messages: [message, other].slice(0, subject.limit) };
  const sent = { reference: REFERENCE, messages: batch.messages };
  const success = { ...subject.success, body: subject.success.body(sent) };

  async function sendTo(handle: Handler, timeoutMs = 5000) {
    const server = await serve(handle);
    return { outcome: await subject.open(server.url, timeoutMs).send(batch), server };
  }

  it('[P3] makes one request', async () => {
    const { status, body } = success;
    const { outcome, server } = await sendTo(answer(status, body));
    expect(outcome).toMatchObject({ kind: 'accepted', refused: [] });
    expect(server.requests).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])('[P3] does not follow a redirect (%i)', async (status) => {
    const target = await serve(answer(success.status, success.body));
    const { outcome } = await sendTo(answer(status, '', { location: `${target.url}/elsewhere` }));
    expect(outcome.kind).toBe('unknown');
    expect(target.requests).toEqual([]);
  });

  it('[P4] throws on a batch that breaks the rules, before anything leaves', async () => {
    const server = await serve(answer(success.status, success.body));
    const operator = subject.open(server.url, 5000);
    await expect(operator.send({ messages: [] })).rejects.toThrow('batch');
    await expect(
      operator.send({ messages: [message, { ...other, recipient: message.recipient }] }),
    ).rejects.toThrow(subject.limit === 1 ? 'holds 1 to 1 messages' : 'twice');
    const many = Array.from({ length: subject.limit + 1 }, () => message);
    await expect(operator.send({ messages: many })).rejects.toThrow('messages');
    expect(server.requests).toEqual([]);
  });

  const nonsense = [...subject.nonsense(sent), '', '{"id":"01A', '<html>fine</html>', '\u0000'];
  // Each in an array of its own: `each` would spread a body that is an array.
  it.each(nonsense.map((body) => [body]))('[P5] success with the body %j is unknown', async (body) => {
    const { outcome } = await sendTo(answer(success.status, body));
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
    const { status, body } = success;
    const { outcome } = await sendTo((request, response) => {
      response.writeHead(status, { 'content-length': '5000' });
      response.write(JSON.stringify(body), () => request.socket.destroy());
    });
    expect(outcome.kind).toBe('unknown');
  });

  it('[P7] an answer that stops in the middle is unknown', async () => {
    const { status, body } = success;
    const { outcome } = await sendTo((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.write(JSON.stringify(body));
    }, 200);
    expect(outcome.kind).toBe('unknown');
  });

  it.each([
    [7, 'accepted'],
    [9, 'unknown'],
  ])('[P16] a success of %i MiB is %s', async (mebibytes, kind) => {
    const { status, body } = success;
    const padding = ' '.repeat(mebibytes * 1024 * 1024);
    const { outcome } = await sendTo(answer(status, JSON.stringify(body) + padding));
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
    const { outcome } = await sendTo(answer(status, success.body));
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

  it('[P17] tells the operator until when a message is worth delivering', async () => {
    // Whole seconds: some operators take no other.
    const expiresAt = Math.floor(Date.now() / 1000) * 1000 + 2 * 60 * 60 * 1000;
    const { status, body } = success;
    const server = await serve(answer(status, body));
    const operator = subject.open(server.url, 5000);
    await operator.send({ messages: [{ ...message, expiresAt }] });
    await operator.send({ messages: [message] });
    expect(server.bodies.map((sentBody) => subject.read(sentBody).expiresAt)).toEqual([expiresAt, null]);
  });

  it('[P14] reads a receipt of what it sent', () => {
    const { body, names } = subject.delivered(sent);
    expect(subject.readCallback(body)).toMatchObject({
      ok: true,
      updates: [{ ...names, status: 'delivered', error: null }],
    });
  });

  it('[P15] writes the number as the operator wants it', async () => {
    const { server } = await sendTo(answer(success.status, success.body));
    expect(subject.read(server.bodies[0] ?? '').recipients[0]).toBe(subject.recipientForm);
  });

  it.each(['${t1} costs ${{ price }} ${', 'a "quoted" \\ line\nand 😀', '{{ x }} %s &amp; <b>'])(
    '[P18] sends %j as it is',
    async (text) => {
      const server = await serve(answer(success.status, success.body));
      await subject.open(server.url, 5000).send({ messages: [{ ...message, text }] });
      expect(subject.read(server.bodies[0] ?? '').texts).toEqual([text]);
    },
  );

  const accepted = () => subject.delivered(sent).body;
  it('[P14] survives whatever becomes of a report', () => {
    const junk = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        '2',
        '3',
        3,
        '',
        '\u0000',
        'constructor',
        '__proto__',
        REFERENCE,
        'a'.repeat(32),
        [],
        {},
      ),
    );
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('replace', 'remove', 'add'), junk, (at, how, value) => {
        const places = listPlaces(accepted());
        const place = places[at % places.length] ?? [];
        const reading = subject.readCallback(
          changeAt(
            accepted(),
            place,
            how === 'remove' ? undefined : how === 'add' ? { extra: value } : value,
          ),
        );
        seen.add(reading.ok);
        return !reading.ok || isStorableReading(reading);
      }),
      { numRuns: 5000 },
    );
    expect(seen.size).toBe(2);
  });

  it('[P14] survives whatever becomes of a text that came in', () => {
    const junk = fc.oneof(fc.jsonValue(), fc.constantFrom('\u0000', '\ud800', '', '__proto__', [], {}));
    const seen = new Set<number>();
    fc.assert(
      fc.property(fc.nat(), fc.boolean(), junk, (at, isGone, value) => {
        const places = listPlaces(subject.incoming);
        const place = places[at % places.length] ?? [];
        const reading = subject.readCallback(changeAt(subject.incoming, place, isGone ? undefined : value));
        if (reading.ok) seen.add(reading.incoming.length);
        return !reading.ok || isStorableReading(reading);
      }),
      { numRuns: 2000 },
    );
    expect(seen.has(1)).toBe(true);
  });

  it('[P14] survives any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const reading = subject.readCallback(body);
        return !reading.ok || isStorableReading(reading);
      }),
      { numRuns: 2000 },
    );
    for (const body of [undefined, 5n, Symbol('x'), () => 1]) {
      expect(subject.readCallback(body).ok).toBe(false);
    }
  });
});

const askable = subjects.flatMap((subject) =>
  subject.lookup === null ? [] : [{ ...subject, ...subject.lookup }],
);
const mute = subjects.filter(({ lookup }) => lookup === null);

describe.each(askable)('asking $title', (subject) => {
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
});

describe.each(mute)('asking $title, which cannot be asked', (subject) => {
  it('[P13] concludes nothing, and makes no request', async () => {
    const server = await serve(answer(200, ''));
    expect((await subject.open(server.url, 5000).findBatch()).kind).toBe('unknown');
    expect(server.requests).toEqual([]);
  });
});

type Path = readonly string[];

/** The paths of everything in a JSON value, itself first. */
function listPlaces(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => listPlaces(part, [...path, key]))];
}

/** A copy with another value at a place; undefined takes it out, as from the wire. */
function changeAt(value: unknown, [key, ...rest]: Path, next: unknown): unknown {
  if (key === undefined) return next;
  const copy = { ...(value as Record<string, unknown>) };
  return JSON.parse(JSON.stringify({ ...copy, [key]: changeAt(copy[key], rest, next) }));
}

function isStorableReading(reading: Extract<CallbackReading, { ok: true }>): boolean {
  return (
    reading.updates.every(isStorable) &&
    reading.incoming.every(
      ({ from, to, text }) =>
        /^\+[1-9]\d{4,14}$/.test(from) && `${to}${text}`.isWellFormed() && !`${to}${text}`.includes('\0'),
    )
  );
}

function isStorable(update: ReceiptUpdate): boolean {
  const isNamed =
    update.messageId === null
      ? /^\+[1-9]\d{4,14}$/.test(update.recipient) && /^[\x21-\x7E]{1,200}$/.test(update.providerBatchId)
      : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(update.messageId);
  return (
    isNamed &&
    /^[\w.-]{1,32}$/.test(update.code) &&
    (update.at === null || !Number.isNaN(Date.parse(update.at))) &&
    (update.error === null || (/^[^\p{C}]{1,300}$/u.test(update.error) && update.error.isWellFormed()))
  );
}
