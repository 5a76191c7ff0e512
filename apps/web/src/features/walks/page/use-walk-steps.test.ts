import { expect, it } from 'vitest';
import { portionsBackTo } from './use-walk-steps.ts';

it('reaches back in whole portions, and over those that came in between', () => {
  expect(portionsBackTo(1901, 1901)).toEqual([]);
  expect(portionsBackTo(1801, 1901)).toEqual([1851, 1901]);
  expect(portionsBackTo(1801, 1951)).toEqual([1851, 1901, 1951]);
  expect(portionsBackTo(1, 51)).toEqual([51]);
});
