import { expect, it } from 'vitest';
import { dayInZone } from './day-in-zone.ts';

it.each([
  ['UTC', '2026-12-31'],
  ['Pacific/Auckland', '2027-01-01'],
  ['America/Los_Angeles', '2026-12-31'],
])('is that of %s', (timeZone, day) => {
  expect(dayInZone(new Date('2026-12-31T12:00:00Z'), timeZone)).toBe(day);
});
