import { createServer as createTlsServer } from 'node:https';
import { afterEach, expect, it } from 'vitest';
import { selfSigned } from '../../testing/self-signed.ts';
import { startHttpTarget, startRawTarget, startTarget, type Target } from '../../testing/start-target.ts';
import { callServer, type OutboundRequest } from './call-server.ts';

const targets: Target[] = [];
afterEach(async () => {
  for (const target of targets.splice(0)) await target.stop();
});

const open = async (starting: Promise<Target>): Promise<Target> => {
  const target = await starting;
  targets.push(target);
  return target;
};

const call = ({ host }: Target, change: Partial<OutboundRequest> = {}, protocol = 'http') =>
  callServer(
    {
      method: 'GET',
      url: new URL(`${protocol}://${host}/path?x=1`),
      headers: [],
      body: null,
      timeoutMs: 2_000,
      longestAnswer: 65_536,
      ...change,
    },
    { allowed: new Set([host]), resolve: () => Promise.reject(new Error('looked up')) },
  );

it('sends what it was given and no more', async () => {
  let asked: unknown;
  const target = await open(
    startHttpTarget((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      request.on('end', () => {
        asked = [request.method, request.url, request.rawHeaders, body];
        response.writeHead(201, { 'X-One': 'a' }).end('thanks');
      });
    }),
  );
  const headers = [
    { name: 'X-Key', value: 'Zoë' },
    { name: 'X-Key', value: '' },
  ];
  const answer = await call(target, { method: 'PATCH', headers, body: 'žluť' });
  expect(asked).toEqual([
    'PATCH',
    '/path?x=1',
    ['host', target.host, 'connection', 'close', 'content-length', '6', 'X-Key', 'Zoë', 'X-Key', ''],
    'žluť',
  ]);
  expect(answer).toMatchObject({ ok: true, status: 201, isTruncated: false, body: Buffer.from('thanks') });
  expect(answer).toHaveProperty('headers.0', { name: 'X-One', value: 'a' });
});

it.each([301, 302, 303, 307, 308])('shows a %i and does not follow it', async (status) => {
  const inside = await open(startHttpTarget((_request, response) => response.end('inside')));
  const target = await open(
    startHttpTarget((_request, response) =>
      response.writeHead(status, { location: `http://${inside.host}/` }).end('moved'),
    ),
  );
  expect(await call(target)).toMatchObject({ ok: true, status, body: Buffer.from('moved') });
  expect(inside.connections()).toBe(0);
});

it.each([204, 304, 400, 404, 500, 599])('an answer with %i is an answer', async (status) => {
  const target = await open(startHttpTarget((_request, response) => response.writeHead(status).end()));
  expect(await call(target)).toMatchObject({ ok: true, status, body: Buffer.alloc(0) });
});

it('reads the beginning of an answer of 100 MB and leaves the rest', async () => {
  let sent = 0;
  const chunk = Buffer.alloc(1_000_000, 'x');
  const target = await open(
    startHttpTarget((_request, response) => {
      response.on('error', () => undefined);
      const write = (): void => {
        while (sent < 100 && !response.destroyed) {
          sent += 1;
          if (!response.write(chunk)) {
            response.once('drain', write);
            return;
          }
        }
        response.end();
      };
      write();
    }),
  );
  const answer = await call(target);
  expect(answer).toMatchObject({ ok: true, isTruncated: true });
  expect(answer.ok && answer.body.length).toBe(65_536);
  expect(sent).toBeLessThan(40);
});

it('an answer of exactly what is read is whole', async () => {
  const target = await open(startHttpTarget((_request, response) => response.end('x'.repeat(65_536))));
  const answer = await call(target);
  expect(answer).toMatchObject({ ok: true, isTruncated: false });
  expect(answer.ok && answer.body.length).toBe(65_536);
});

it('does not unpack what is packed', async () => {
  const packed = Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]);
  const target = await open(
    startHttpTarget((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed),
    ),
  );
  expect(await call(target)).toMatchObject({ ok: true, body: packed });
});

it('gives up when the server never answers', async () => {
  const target = await open(startHttpTarget(() => undefined));
  const start = performance.now();
  expect(await call(target, { timeoutMs: 300 })).toMatchObject({ ok: false, reason: 'timeout' });
  expect(performance.now() - start).toBeLessThan(1_500);
});

it.each(['headers', 'body'])(
  'gives up when a server trickles its %s, however busy it seems',
  async (part) => {
    const target = await open(
      startHttpTarget((_request, response) => {
        const { socket } = response;
        if (part === 'headers') socket?.write('HTTP/1.1 200 OK\r\n');
        const timer = setInterval(
          () => (part === 'body' ? response.write('x') : socket?.write('a: b\r\n')),
          20,
        );
        response.on('close', () => clearInterval(timer));
      }),
    );
    const start = performance.now();
    expect(await call(target, { timeoutMs: 300 })).toMatchObject({ ok: false, reason: 'timeout' });
    expect(performance.now() - start).toBeLessThan(1_500);
  },
);

it('gives up when a name takes too long to look up', async () => {
  const answer = await callServer(
    {
      method: 'GET',
      url: new URL('http://slow.example/'),
      headers: [],
      body: null,
      timeoutMs: 200,
      longestAnswer: 1,
    },
    { allowed: new Set(), resolve: () => new Promise(() => undefined) },
  );
  expect(answer).toEqual({
    ok: false,
    reason: 'timeout',
    message: '“slow.example” did not answer within 0.2 seconds',
  });
});

it.each([
  ['nothing', '', 'broke the connection off'],
  ['no HTTP', 'SSH-2.0-OpenSSH_9.9\r\n', 'is not HTTP'],
  ['half an answer', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf', 'broke the connection off'],
  ['a broken chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n', 'No answer'],
  ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx', 'is not HTTP'],
  [
    'headers without end',
    `HTTP/1.1 200 OK\r\na: ${'x'.repeat(100_000)}`,
    'headers of its answer are too long',
  ],
  ['another protocol', 'HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\nx', 'is not HTTP'],
])('says so when a server answers with %s', async (_, bytes, words) => {
  const target = await open(startRawTarget(bytes));
  const answer = await call(target);
  expect(answer).toMatchObject({ ok: false, reason: 'connection' });
  expect(answer.ok || answer.message).toContain(words);
});

it('says so when nothing listens', async () => {
  const target = await startHttpTarget(() => undefined);
  await target.stop();
  expect(await call(target)).toMatchObject({ ok: false, reason: 'connection' });
});

it('says so when no encryption can be agreed on', async () => {
  const target = await open(startHttpTarget((_request, response) => response.end()));
  const answer = await call(target, {}, 'https');
  expect(answer).toMatchObject({ ok: false, reason: 'connection' });
  expect(answer.ok || answer.message).toContain('no encrypted connection');
});

it('believes no certificate that nobody vouches for', async () => {
  let isAsked = false;
  const server = createTlsServer(selfSigned, (_request, response) => {
    isAsked = true;
    response.end();
  });
  const target = await open(startTarget(server));
  const answer = await call(target, {}, 'https');
  expect(answer).toMatchObject({ ok: false, reason: 'connection' });
  expect(answer.ok || answer.message).toContain('certificate is self-signed');
  expect(isAsked).toBe(false);
});
