import express from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerError } from './answer-error.ts';
import { refuseForeignOrigins } from './guards.ts';

const app = express()
  .use(refuseForeignOrigins('https://curlew.example'))
  .use((_request, response) => {
    response.sendStatus(200);
  })
  .use(answerError(pino({ level: 'silent' })));
const server = createServer(app);
let origin: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server always has an address with a port.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it.each([
  ['GET', 'cross-site', 200],
  ['HEAD', 'cross-site', 200],
  ['POST', 'same-origin', 200],
  ['POST', 'none', 200],
  ['POST', undefined, 200],
  ['POST', 'same-site', 403],
  ['POST', 'cross-site', 403],
  ['PUT', 'cross-site', 403],
  ['PATCH', 'cross-site', 403],
  ['DELETE', 'cross-site', 403],
  ['POST', 'something new', 403],
] as const)('%s from %s is answered %i', async (...[method, site, status]) => {
  const headers = site === undefined ? {} : { 'sec-fetch-site': site };
  expect((await fetch(origin, { method, headers })).status).toBe(status);
});

it.each([
  ['POST', 'itself', 200],
  ['POST', 'https://curlew.example', 200],
  ['GET', 'http://evil.example', 200],
  ['POST', 'http://evil.example', 403],
  ['DELETE', 'http://127.0.0.1:1', 403],
  ['POST', 'http://curlew.example', 403],
  ['POST', 'null', 403],
] as const)('%s from a page of %s, told by its origin only, is answered %i', async (...row) => {
  const [method, from, status] = row;
  const headers = { origin: from === 'itself' ? origin : from };
  expect((await fetch(origin, { method, headers })).status).toBe(status);
});
