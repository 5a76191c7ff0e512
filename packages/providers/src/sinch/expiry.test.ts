import { expect, it } from 'vitest';
import { expireAtOf } from './expiry.ts';

const now = Date.parse('2026-11-24T12:00:00.000Z');
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const at = (expiresAt: number | null) => ({ expiresAt });

it.each([
  ['never', null, undefined],
  ['in an hour', now + 60 * minuteMs, '2026-11-24T13:00:00.000Z'],
  ['in two days', now + 2 * dayMs, '2026-11-26T12:00:00.000Z'],
  ['later than Sinch keeps it', now + 3 * dayMs, undefined],
  ['much later', now + 40 * dayMs, undefined],
  ['at once: Sinch takes nothing that is over', now + 1, '2026-11-24T12:01:00.000Z'],
  ['a moment ago', now - 1, '2026-11-24T12:01:00.000Z'],
])('[P38] a message that expires %s', (_, expiresAt, expireAt) => {
  expect(expireAtOf([at(expiresAt)], now).expire_at).toBe(expireAt);
});

it('[P38] a request ends with the first of its messages, which end within a minute', () => {
  const hour = now + 60 * minuteMs;
  expect(expireAtOf([at(hour + 2_000), at(hour + 1_000)], now).expire_at).toBe('2026-11-24T13:00:01.000Z');
  expect(() => expireAtOf([at(hour), at(hour + minuteMs)], now)).toThrow('one expiry');
  expect(() => expireAtOf([at(null), at(hour)], now)).toThrow('one expiry');
});
