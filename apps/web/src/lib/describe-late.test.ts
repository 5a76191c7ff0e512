import { expect, it } from 'vitest';
import { describeLate } from './describe-late.ts';

const due = new Date(2026, 10, 29, 9, 0);
const late = (ms: number) => ({
  dueAt: due.toISOString(),
  firedAt: new Date(due.getTime() + ms).toISOString(),
});
const minute = 60_000;

it.each([
  [61_000, '1 min'],
  [14 * minute + 59_000, '14 min'],
  [60 * minute, '1 h'],
  [125 * minute, '2 h 5 min'],
  [24 * 60 * minute, '1 d'],
  [76 * 60 * minute, '3 d 4 h'],
])('says of %i ms that it is %s late', (ms, words) => {
  expect(describeLate(late(ms), new Date(2026, 10, 29, 23))).toBe(`Started ${words} late (due 09:00)`);
});

it('names the day where it is not today', () => {
  expect(describeLate(late(14 * minute), new Date(2026, 10, 30, 1))).toBe(
    'Started 14 min late (due 29 Nov 2026, 09:00)',
  );
});
