import { expect, it } from 'vitest';
import { formatRelativeTime } from './format-relative-time.ts';

const now = Date.UTC(2026, 10, 22, 12);
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

it.each([
  [0, 'just now'],
  [-59 * second, 'just now'],
  [-minute, '1 minute ago'],
  [-59 * minute - 59 * second, '59 minutes ago'],
  [-hour, '1 hour ago'],
  [2 * hour, 'in 2 hours'],
  [-day, 'yesterday'],
  [day, 'tomorrow'],
  [-6 * day, '6 days ago'],
  [-8 * day, '14 Nov 2026'],
])('%i ms from now is %s', (distance, text) => {
  expect(formatRelativeTime(new Date(now + distance), now)).toBe(text);
});
