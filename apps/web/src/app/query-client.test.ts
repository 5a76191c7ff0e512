import { onlineManager } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { ApiError, type ApiErrorCode } from '../lib/api-error.ts';
import { meQuery } from '../lib/me-query.ts';
import { createQueryClient, mayRetry } from './query-client.ts';

const failure = (code: ApiErrorCode, status: number) => new ApiError({ code, status, message: 'x' });

it.each([
  ['unreachable', 0, true],
  ['internal', 500, true],
  ['unavailable', 503, true],
  ['too_many_requests', 429, true],
  ['not_signed_in', 401, false],
  ['not_found', 404, false],
  ['revision_conflict', 409, false],
  ['unreadable', 200, false],
] as const)('%s %i is tried again: %s', (code, status, isRetried) => {
  expect(mayRetry(0, failure(code, status))).toBe(isRetried);
});

it('gives up after the second retry', () => {
  expect(mayRetry(1, failure('unavailable', 503))).toBe(true);
  expect(mayRetry(2, failure('unavailable', 503))).toBe(false);
});

it('does not repeat a mistake of the page itself', () => {
  expect(mayRetry(0, new TypeError('undefined is not a function'))).toBe(false);
});

const fails = (code: ApiErrorCode, status: number) => () => Promise.reject(failure(code, status));

it('says when a call of an open screen finds nobody signed in', async () => {
  const onSignedOut = vi.fn<() => void>();
  const client = createQueryClient(onSignedOut);
  await client.prefetchQuery({ queryKey: ['x'], queryFn: fails('not_found', 404) });
  expect(onSignedOut).not.toHaveBeenCalled();
  await client.prefetchQuery({ queryKey: ['y'], queryFn: fails('not_signed_in', 401) });
  expect(onSignedOut).toHaveBeenCalledTimes(1);

  const mutation = client.getMutationCache().build(client, { mutationFn: fails('not_signed_in', 401) });
  await mutation.execute(undefined).catch(() => null);
  expect(onSignedOut).toHaveBeenCalledTimes(2);
});

it('leaves it to the routes when they ask who is signed in', async () => {
  const onSignedOut = vi.fn<() => void>();
  const client = createQueryClient(onSignedOut);
  await client.prefetchQuery({ ...meQuery, queryFn: fails('not_signed_in', 401) });
  expect(onSignedOut).not.toHaveBeenCalled();
});

it('asks the server also where the browser thinks that it is offline', async () => {
  onlineManager.setOnline(false);
  try {
    const client = createQueryClient(() => {});
    expect(await client.fetchQuery({ queryKey: ['z'], queryFn: () => Promise.resolve(1) })).toBe(1);
    const mutation = client.getMutationCache().build(client, { mutationFn: () => Promise.resolve(2) });
    expect(await mutation.execute(undefined)).toBe(2);
  } finally {
    onlineManager.setOnline(true);
  }
});
