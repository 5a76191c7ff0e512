import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LookupAddress } from 'node:dns';
import { startHttpTarget, type Target } from '../../testing/start-target.ts';
import { callServer } from './call-server.ts';
import { resolveName, type OutboundRules, type Resolve } from './outbound-rules.ts';

let target: Target;

beforeAll(async () => {
  target = await startHttpTarget((_request, response) => response.end('inside'));
});
afterAll(() => target.stop());

const never: Resolve = (name) => Promise.reject(new Error(`${name} was looked up`));

const call = (url: string, { allowed = new Set<string>(), resolve = never }: Partial<OutboundRules> = {}) =>
  callServer(
    { method: 'GET', url: new URL(url), headers: [], body: null, timeoutMs: 5_000, longestAnswer: 100 },
    { allowed, resolve },
  );

const blocked = { ok: false, reason: 'blocked' };

// Every way of writing these is known to a URL, which writes it as an address before anyone looks at it.
it.each([
  '127.0.0.1',
  '127.0.0.1.',
  '127.1',
  '127.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.0x0.0x0.0x1',
  '0X7F.1',
  '017700000001',
  '0177.0.0.1',
  '0177.0.0.01',
  '127.000.000.001',
  '%31%32%37.0.0.1',
  '１２７.０.０.１',
  '127。0。0。1',
  '①②⑦.0.0.1',
  '0',
  '0.0.0.0',
  '0x0',
  '10.1',
  '0xa9fea9fe',
  '169.254.169.254',
  '192.168.257',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::127.0.0.1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:FFFF:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[fe80::1]',
  '[fd00:ec2::254]',
])('http://%s is refused without a connection', async (host) => {
  const before = target.connections();
  expect(await call(`http://${host}:${target.port}/`)).toMatchObject(blocked);
  expect(await call(`https://${host}:${target.port}/`)).toMatchObject(blocked);
  expect(target.connections()).toBe(before);
});

it.each<[string, LookupAddress[]]>([
  ['loopback', [{ address: '127.0.0.1', family: 4 }]],
  ['loopback of IPv6', [{ address: '::1', family: 6 }]],
  ['a mapped address', [{ address: '::ffff:127.0.0.1', family: 6 }]],
  ['a private network', [{ address: '10.0.0.7', family: 4 }]],
  ['the metadata of a cloud', [{ address: '169.254.169.254', family: 4 }]],
  [
    'the public and loopback',
    [
      { address: '93.184.215.14', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ],
  ],
  [
    'loopback and the public',
    [
      { address: '127.0.0.1', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ],
  ],
])('a name that leads to %s is refused', async (_, addresses) => {
  const before = target.connections();
  const answer = await call(`http://inside.example:${target.port}/`, {
    resolve: () => Promise.resolve(addresses),
  });
  expect(answer).toMatchObject(blocked);
  expect(JSON.stringify(answer)).not.toContain(addresses[0]?.address);
  expect(target.connections()).toBe(before);
});

it.each(['localhost', 'LOCALHOST'])('refuses %s as this machine knows it', async (name) => {
  const before = target.connections();
  expect(await call(`http://${name}:${target.port}/`, { resolve: resolveName })).toMatchObject(blocked);
  expect(target.connections()).toBe(before);
});

it('connects to the address that it looked at, and asks no second time', async () => {
  const asked: string[] = [];
  const answer = await call(`http://rebinding.example:${target.port}/`, {
    allowed: new Set([`rebinding.example:${target.port}`]),
    resolve: (name) => {
      asked.push(name);
      return Promise.resolve([{ address: asked.length === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
    },
  });
  expect(answer).toMatchObject({ ok: true, status: 200 });
  expect(asked).toEqual(['rebinding.example']);
});

it('calls what is allowed, by address or by name, at its port only', async () => {
  const { host, port } = target;
  const inside: Resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
  expect(await call(`http://${host}/`, { allowed: new Set([host]) })).toMatchObject({
    ok: true,
    status: 200,
  });
  const allowed = new Set([`inside.example:${port}`]);
  expect(await call(`http://INSIDE.example:${port}/`, { allowed, resolve: inside })).toMatchObject({
    ok: true,
  });
  expect(await call(`http://outside.example:${port}/`, { allowed, resolve: inside })).toMatchObject(blocked);
  expect(await call(`http://${host}/`, { allowed })).toMatchObject(blocked);
  expect(await call('http://127.0.0.1:1/', { allowed: new Set([host]) })).toMatchObject(blocked);
});

it.each([
  ['ftp://example.com/', 'address'],
  ['file:///etc/passwd', 'address'],
  ['data:text/plain,x', 'address'],
  ['gopher://127.0.0.1/', 'address'],
  ['http://user@example.com/', 'address'],
  ['http://:secret@example.com/', 'address'],
  ['http://127.0.0.1@example.com/', 'address'],
])('never calls %s', async (url, reason) => {
  expect(await call(url)).toMatchObject({ ok: false, reason });
});

it('says so when a name is not known or has no address', async () => {
  const unknown = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
  const message = 'No answer from “nobody.example”: the name is not known: check the address';
  for (const resolve of [() => Promise.reject(unknown), () => Promise.resolve([])] satisfies Resolve[])
    expect(await call('http://nobody.example/', { resolve })).toEqual({
      ok: false,
      reason: 'connection',
      message,
    });
});
