import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyFilter, anyFilterFacts, filterNow } from '@curlew/testkit';
import {
  createFilterTest,
  createFilterVerdict,
  type CustomerFilter,
  type FilterCondition,
} from '../index.ts';

const clock = { now: filterNow, timeZone: 'Europe/Prague' };

const is = (property: string, value: string): FilterCondition => ({
  kind: 'attribute',
  property,
  type: 'text',
  operator: 'is',
  values: [value],
});

const conditionAt = ({ groups }: CustomerFilter, place: string): FilterCondition | undefined => {
  const [group = 0, index = 0] = place.split('.').map(Number);
  return groups[group]?.conditions[index];
};

it('[N100] a verdict is met exactly where the test is', () => {
  fc.assert(
    fc.property(anyFilter, anyFilterFacts, (filter, facts) => {
      expect(createFilterVerdict(filter, clock)(facts).isMet).toBe(createFilterTest(filter, clock)(facts));
    }),
    { numRuns: 2_000 },
  );
});

it('[N101] the condition that decided gives the same answer alone', () => {
  let decided = 0;
  fc.assert(
    fc.property(anyFilter, anyFilterFacts, (filter, facts) => {
      const { isMet, decidedBy, value } = createFilterVerdict(filter, clock)(facts);
      const condition = decidedBy === null ? undefined : conditionAt(filter, decidedBy);
      if (condition) decided += 1;
      const group = condition && { match: 'all' as const, conditions: [condition] };
      const test = createFilterTest(group ? { match: 'all', groups: [group] } : filter, clock);
      expect(test(facts)).toBe(isMet);
      const isOfAttribute = condition?.kind === 'attribute';
      const known = isOfAttribute ? facts.attributes[condition.property] : undefined;
      const isShown = condition !== undefined && !isOfAttribute;
      expect(isShown ? undefined : value).toEqual(known);
    }),
    { numRuns: 2_000 },
  );
  expect(decided).toBeGreaterThan(500);
});

const facts = {
  attributes: { city: 'Brno', plan: 'gold' },
  events: [1, 2, 3].map((timestamp) => ({ type: 'visit', timestamp, properties: {} })),
  grantedConsents: new Set(['newsletter']),
};
const group = (match: 'all' | 'any', ...conditions: FilterCondition[]) => ({ match, conditions });
const [brno, gold] = [is('city', 'Brno'), is('plan', 'gold')];
const [wien, free] = [is('city', 'Wien'), is('plan', 'free')];
const consent: FilterCondition = { kind: 'consent', categoryId: 'newsletter', isGranted: false };
const event: FilterCondition = {
  kind: 'event',
  event: 'visit',
  did: true,
  atLeast: 1,
  withinDays: null,
  where: [],
};

it.each<[string, CustomerFilter, string | null, unknown]>([
  ['no condition', { match: 'all', groups: [] }, null, undefined],
  ['the only condition that is met', { match: 'all', groups: [group('all', brno)] }, '0.0', 'Brno'],
  ['the first that is not met', { match: 'all', groups: [group('all', brno, free, wien)] }, '0.1', 'gold'],
  ['all of several', { match: 'all', groups: [group('all', brno, gold)] }, null, undefined],
  ['the first that is met', { match: 'all', groups: [group('any', wien, gold)] }, '0.1', 'gold'],
  ['none of several', { match: 'all', groups: [group('any', wien, free)] }, null, undefined],
  [
    'a group that is not met',
    { match: 'all', groups: [group('all', brno), group('all', free)] },
    '1.0',
    'gold',
  ],
  ['all groups', { match: 'all', groups: [group('all', brno), group('all', gold)] }, null, undefined],
  ['one of the groups', { match: 'any', groups: [group('all', wien), group('all', gold)] }, '1.0', 'gold'],
  ['none of the groups', { match: 'any', groups: [group('all', wien), group('all', free)] }, null, undefined],
  ['a group after empty ones', { match: 'all', groups: [group('all'), group('all', brno)] }, '1.0', 'Brno'],
  ['a consent', { match: 'all', groups: [group('all', consent)] }, '0.0', true],
  ['an event', { match: 'all', groups: [group('all', event)] }, '0.0', undefined],
  ['too few events', { match: 'all', groups: [group('all', { ...event, atLeast: 5 })] }, '0.0', 3],
  ['enough events', { match: 'all', groups: [group('all', { ...event, atLeast: 2 })] }, '0.0', 2],
  ['what they do not have', { match: 'all', groups: [group('all', is('age', '5'))] }, '0.0', undefined],
  [
    'what only JavaScript has',
    { match: 'all', groups: [group('all', is('valueOf', '5'))] },
    '0.0',
    undefined,
  ],
])('[N101] says that %s decided', (...[, filter, decidedBy, value]) => {
  expect(createFilterVerdict(filter, clock)(facts)).toMatchObject({ decidedBy, value });
});
