import { expect, it } from 'vitest';
import { readRetryAfter } from './retry-after.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');

it.each([
  ['30', 30_000],
  ['0', 0],
  ['86400', 3_600_000],
  ['Sun, 22 Nov 2026 10:01:00 GMT', 60_000],
  ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
  ['Sun, 22 Nov 2027 09:00:00 GMT', 3_600_000],
  ['-5', null],
  ['1.5', null],
  ['soon', null],
  ['Sun, 99 Nov 2026 10:01:00 GMT', null],
  ['2026', 2_026_000],
])('[P8] Retry-After %s', (value, expected) => {
  expect(readRetryAfter(new Headers({ 'retry-after': value }), NOW)).toBe(expected);
});

it('[P8] no Retry-After', () => {
  expect(readRetryAfter(new Headers(), NOW)).toBeNull();
});
