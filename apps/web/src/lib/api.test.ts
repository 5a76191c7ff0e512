import { defineEndpoint, endpoints } from '@curlew/contract';
import { afterEach, beforeEach, expect, expectTypeOf, it, vi } from 'vitest';
import { z } from 'zod';
import { ApiError } from './api-error.ts';
import { type CallInput, callApi } from './api.ts';

const renameThing = defineEndpoint({
  method: 'patch',
  path: '/api/things/:thingId',
  summary: 'Rename a thing',
  tag: 'Things',
  access: 'signed_in',
  params: z.object({ thingId: z.string() }),
  query: z.object({ limit: z.coerce.number().default(50) }),
  body: z.object({ name: z.string() }),
  reply: z.object({ at: z.iso.datetime().transform((text) => new Date(text)) }),
});

const input = { params: { thingId: 'a b' }, body: { name: 'New' } };
const fetchMock = vi.fn<typeof fetch>();
const answer = (status: number, body?: unknown) =>
  fetchMock.mockResolvedValueOnce(new Response(body === undefined ? null : JSON.stringify(body), { status }));
const failureOf = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => null,
    (error: unknown) => error,
  );

beforeEach(() => vi.stubGlobal('fetch', fetchMock));
afterEach(() => {
  vi.unstubAllGlobals();
  fetchMock.mockReset();
});

it('sends what the endpoint says and parses the reply', async () => {
  answer(200, { at: '2026-11-22T10:42:00Z' });
  const reply = await callApi(renameThing, { ...input, query: { limit: 5 } });

  expect(reply.at).toEqual(new Date('2026-11-22T10:42:00Z'));
  const [url, request] = fetchMock.mock.calls[0] ?? [];
  expect(url).toBe('/api/things/a%20b?limit=5');
  expect(request).toMatchObject({
    method: 'PATCH',
    body: '{"name":"New"}',
    headers: { 'content-type': 'application/json' },
  });
});

it('sends a file as it is', async () => {
  answer(201, { nothing: 'like an import' });
  const file = new Blob(['phone\n'], { type: 'text/csv' });
  await failureOf(
    callApi(endpoints.uploadImport, { params: { projectId: 'p' }, query: { fileName: 'a.csv' }, body: file }),
  );

  const [, request] = fetchMock.mock.calls[0] ?? [];
  expect(request).toMatchObject({ body: file, headers: { 'content-type': 'text/csv' } });
});

it('takes an empty reply where the endpoint has none', async () => {
  answer(204);
  const params = { projectId: 'p', scenarioId: 's' };
  expect(await callApi(endpoints.deleteScenario, { params })).toBeUndefined();
});

it('gives the error of the API with its fields', async () => {
  const fields = [{ path: 'body.name', message: 'Type a name' }];
  answer(400, { error: { code: 'bad_request', message: 'The name is empty.', fields, requestId: 'r1' } });
  const error = await failureOf(callApi(renameThing, input));

  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    code: 'bad_request',
    status: 400,
    message: 'The name is empty.',
    fields,
    requestId: 'r1',
  });
});

it.each([502, 503, 504])('takes the %i of a gateway for a server that is away', async (status) => {
  answer(status, '<html>Bad gateway</html>');
  expect(await failureOf(callApi(renameThing, input))).toMatchObject({ code: 'unavailable', status });
});

it.each([
  [500, '<html>Internal server error</html>'],
  [404, { error: 'no such route' }],
])('says that an error %s of another make is unreadable', async (status, body) => {
  answer(status, body);
  expect(await failureOf(callApi(renameThing, input))).toMatchObject({ code: 'unreadable', status });
});

it('says that a reply out of contract is unreadable', async () => {
  answer(200, { at: 'yesterday' });
  expect(await failureOf(callApi(renameThing, input))).toMatchObject({ code: 'unreadable', status: 200 });
});

it('says that the server is unreachable', async () => {
  fetchMock.mockRejectedValueOnce(new TypeError('fetch failed'));
  expect(await failureOf(callApi(renameThing, input))).toMatchObject({ code: 'unreachable', status: 0 });
});

it('passes a call that was given up through as it is', async () => {
  const given = new AbortController();
  given.abort();
  fetchMock.mockRejectedValueOnce(given.signal.reason);
  expect(await failureOf(callApi(renameThing, { ...input, signal: given.signal }))).toBe(given.signal.reason);
});

it('asks only for the parts that an endpoint has', () => {
  expectTypeOf<CallInput<typeof renameThing>>().toHaveProperty('params');
  expectTypeOf<{ params: { thingId: string }; body: { name: string } }>().toExtend<
    CallInput<typeof renameThing>
  >();
  expectTypeOf<{ params: { thingId: string } }>().not.toExtend<CallInput<typeof renameThing>>();
  expectTypeOf<{ signal: AbortSignal }>().toExtend<CallInput<typeof endpoints.getMe>>();
  expectTypeOf(() => callApi(endpoints.getMe)).returns.resolves.toHaveProperty('projects');
});
