import { expect, it } from 'vitest';
import { formatMomentIn, writeWallTime } from './format-in-zone.ts';

const at = Date.UTC(2026, 10, 22, 23, 30);

it.each([
  ['UTC', 'Sun 22 Nov, 23:30', '2026-11-22T23:30'],
  ['Asia/Tokyo', 'Mon 23 Nov, 08:30', '2026-11-23T08:30'],
  ['Europe/Prague', 'Mon 23 Nov, 00:30', '2026-11-23T00:30'],
])('writes a moment on the clock of %s', (zone, words, wall) => {
  expect(formatMomentIn(at, zone).replace('Sun,', 'Sun').replace('Mon,', 'Mon')).toBe(words);
  expect(writeWallTime(at, zone)).toBe(wall);
});
