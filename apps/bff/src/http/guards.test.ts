import express from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerError } from './answer-error.ts';
import { refuseForeignOrigins } from './guards.ts';

const app = express()
  .use(refuseForeignOrigins)
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
