import { expect, it } from 'vitest';
import { readRule } from './rule-row.tsx';

it.each([
  ['3', '7', { most: 3, days: 7 }],
  [' 1000 ', '365', { most: 1000, days: 365 }],
  ['0', '7', null],
  ['1001', '7', null],
  ['3', '366', null],
  ['', '7', null],
  ['1.5', '7', null],
  ['-1', '7', null],
])('reads “at most %j messages in %j days”', (most, days, rule) => {
  expect(readRule({ key: 0, most, days })).toEqual(rule);
});
