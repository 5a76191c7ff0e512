import { expect, it } from 'vitest';
import { mustCount, type Wanted } from './must-count.ts';

const [few, many] = [50_000, 50_001];
const at = (status: 'waiting' | 'running' | 'finished' | 'cancelled' | 'failed', dataStamp = 'now') => ({
  status,
  dataStamp,
});

const cases: readonly (readonly [string, ReturnType<typeof at> | null, Wanted, number, boolean])[] = [
  ['a new message of few', null, 'small', few, true],
  ['a new message of many, by itself', null, 'small', many, false],
  ['a new message of many, by button', null, 'any', many, true],
  ['one being counted', at('running'), 'any', few, false],
  ['one that waits, even again', at('waiting'), 'again', few, false],
  ['a current one', at('finished'), 'any', few, false],
  ['a current one again', at('finished'), 'again', few, true],
  ['an outdated one of few', at('finished', 'before'), 'small', few, true],
  ['an outdated one of many, by itself', at('finished', 'before'), 'small', many, false],
  ['an outdated one of many, by button', at('finished', 'before'), 'any', many, true],
  ['a cancelled one, by itself', at('cancelled'), 'small', few, false],
  ['a cancelled one, by button', at('cancelled'), 'any', few, true],
  ['a failed one, by itself', at('failed', 'before'), 'small', few, false],
  ['a failed one, by button', at('failed'), 'any', few, true],
];

it.each(cases.map(([name, known, ...rest]) => ({ name, known, rest })))('$name', ({ known, rest }) => {
  const [wanted, customers, expected] = rest;
  expect(mustCount(known, { wanted, customers, stamp: 'now' })).toBe(expected);
});
