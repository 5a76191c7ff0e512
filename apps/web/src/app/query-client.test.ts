import { expect, it } from 'vitest';
import { ApiError, type ApiErrorCode } from '../lib/api-error.ts';
import { mayRetry } from './query-client.ts';

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
