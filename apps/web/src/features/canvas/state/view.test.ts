import { expect, it } from 'vitest';
import { shiftInto } from './view.ts';

it.each([
  { start: 10, end: 30, shift: 0 },
  { start: -5, end: 15, shift: 5 },
  { start: 90, end: 110, shift: -10 },
  { start: 50, end: 250, shift: -50 },
])('$start to $end is moved by $shift to be seen', ({ start, end, shift }) => {
  expect(shiftInto(start, end, { from: 0, to: 100 })).toBe(shift);
});
