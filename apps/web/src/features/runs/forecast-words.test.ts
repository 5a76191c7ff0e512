import { expect, it } from 'vitest';
import type { TriggerForecast } from '@curlew/contract';
import { describeGround, entriesLabel } from './forecast-words.ts';

const trigger: TriggerForecast = {
  nodeId: 'now',
  per: 'start',
  entries: 10,
  nextAt: null,
  sampled: null,
  reentry: null,
  nodes: [],
  refusals: [],
  cost: { sums: [], unpriced: [] },
};

it('says when a trigger comes next, and what its numbers come from', () => {
  expect(describeGround(trigger)).toBe('');
  expect(describeGround({ ...trigger, sampled: 10_000 })).toBe(
    'Estimated from 10,000 customers chosen at random.',
  );
  expect(describeGround({ ...trigger, per: 'time', nextAt: '2026-11-24T08:00:00Z' })).toMatch(
    /^Next on 24 Nov 2026 at \d\d:\d\d\.$/,
  );
  const once = { ...trigger, per: 'time', reentry: { mode: 'once', days: 30, leftOut: 1 } } as const;
  expect(describeGround(once)).toBe(
    'Each customer enters once only: 1 customer who came in before is left out, and later times let in who is new then.',
  );
  expect(entriesLabel(once)).toBe('customers enter the next time');
  expect(describeGround({ ...once, reentry: { mode: 'period', days: 7, leftOut: 0 } })).toBe(
    'Each customer enters once in 7 days: nobody is left out yet, and later times may let in others.',
  );
  const day = { ...trigger, per: 'day', reentry: { mode: 'period', days: 7, leftOut: 2 } } as const;
  expect(describeGround(day)).toBe(
    'As often as it happened in the last 30 days, each walked with an event that happened. Each customer enters once in 7 days: 2 customers who came in before are left out.',
  );
  expect(entriesLabel(day)).toBe('customers enter a day');
  const called = { ...trigger, per: 'hundred_calls', entries: 40 } as const;
  expect(entriesLabel(called)).toBe('calls');
  const limited = { ...called, reentry: { mode: 'once', days: 30, leftOut: 6 } } as const;
  expect(entriesLabel(limited)).toBe('of 100 calls let a customer in');
  expect(describeGround(limited)).toBe(
    'Nobody knows how often your program will call: these are the numbers of 100 calls that name any of your customers. Each customer enters once only: 6 customers who came in before are left out, and each of the 100 calls is taken to name another customer.',
  );
  expect(describeGround({ ...trigger, per: 'day', sampled: 1 })).toBe(
    'As often as it happened in the last 30 days, each walked with an event that happened. Estimated from 1 such event chosen at random.',
  );
  expect(describeGround({ ...trigger, per: 'day', entries: 0, sampled: 0 })).not.toContain('Estimated');
  expect(describeGround({ ...trigger, per: 'week', entries: null })).toContain('takes too long');
});
