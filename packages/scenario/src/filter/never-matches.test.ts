import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyFilter, anyFilterFacts, filterNow } from '@curlew/testkit';
import type { CustomerFilter, FilterCondition } from './filter.ts';
import { createFilterTest } from './meets-filter.ts';
import { neverMatches } from './never-matches.ts';
import { compare, type Asked } from '../testing/compare-asked.ts';

const clock = { now: filterNow, timeZone: 'UTC' };

it('[N55] a filter that never matches is met by nobody', () => {
  let found = 0;
  fc.assert(
    fc.property(anyFilter, fc.array(anyFilterFacts, { minLength: 8, maxLength: 8 }), (filter, customers) => {
      if (!neverMatches(filter)) return;
      found += 1;
      expect(customers.some(createFilterTest(filter, clock))).toBe(false);
    }),
    { numRuns: 3_000 },
  );
  expect(found).toBeGreaterThan(50);
});

const attribute = (...asked: Asked): FilterCondition => ({ ...compare(asked), kind: 'attribute' });
const did = (
  atLeast: number,
  withinDays: number | null,
  where: Asked[] = [],
): FilterCondition & { kind: 'event' } => ({
  kind: 'event',
  event: 'purchase',
  did: true,
  atLeast,
  withinDays,
  where: where.map(compare),
});
const didNot = (...asked: Parameters<typeof did>): FilterCondition => ({ ...did(...asked), did: false });
const consent = (isGranted: boolean): FilterCondition => ({
  kind: 'consent',
  categoryId: '01a20242-d422-714d-a856-e14b220af4d1',
  isGranted,
});
const [isA, isB]: FilterCondition[] = [attribute('text', 'is', 'a'), attribute('text', 'is', 'b')];
if (!isA || !isB) throw new Error('there are two conditions');

const group = (match: 'all' | 'any', ...conditions: FilterCondition[]): CustomerFilter['groups'][number] => ({
  match,
  conditions,
});

it.each<[string, boolean, CustomerFilter]>([
  ['nothing', false, { match: 'any', groups: [] }],
  ['empty groups', false, { match: 'any', groups: [group('any'), group('all')] }],
  ['two that exclude each other', true, { match: 'all', groups: [group('all', isA, isB)] }],
  ['the same, joined by or', false, { match: 'all', groups: [group('any', isA, isB)] }],
  ['the same in two groups', true, { match: 'all', groups: [group('all', isA), group('all', isB)] }],
  [
    'the same in two groups joined by or',
    false,
    { match: 'any', groups: [group('all', isA), group('all', isB)] },
  ],
  [
    'an or that another group rules out',
    true,
    { match: 'all', groups: [group('all', isA), group('any', isB, attribute('text', 'is_not_set'))] },
  ],
  [
    'an or of which one is left',
    false,
    { match: 'all', groups: [group('all', isA), group('any', isA, isB)] },
  ],
  [
    'groups joined by or, none of which can be',
    true,
    { match: 'any', groups: [group('all', isA, isB), group('all', isB, isA)] },
  ],
  ['the same and one that can', false, { match: 'any', groups: [group('all', isA, isB), group('any', isA)] }],
  ['did and did not', true, { match: 'all', groups: [group('all', did(3, 7), didNot(2, 30))] }],
  [
    'did longer ago and not lately',
    false,
    { match: 'all', groups: [group('all', did(1, 30), didNot(1, 7))] },
  ],
  ['did once and not twice', false, { match: 'all', groups: [group('all', did(1, null), didNot(2, null))] }],
  [
    'did one of a kind and none at all',
    true,
    {
      match: 'all',
      groups: [group('all', did(1, null, [['text', 'is', 'a']]), didNot(1, null))],
    },
  ],
  [
    'did, and none of a kind',
    false,
    {
      match: 'all',
      groups: [group('all', did(1, null), didNot(1, null, [['text', 'is', 'a']]))],
    },
  ],
  [
    'two events of two kinds',
    false,
    {
      match: 'all',
      groups: [group('all', did(1, null, [['text', 'is', 'a']]), did(1, null, [['text', 'is', 'b']]))],
    },
  ],
  [
    'one event of two kinds',
    true,
    {
      match: 'all',
      groups: [
        group(
          'all',
          did(1, null, [
            ['text', 'is', 'a'],
            ['text', 'is', 'b'],
          ]),
        ),
      ],
    },
  ],
  [
    'no event of two kinds',
    false,
    {
      match: 'all',
      groups: [
        group(
          'all',
          didNot(1, null, [
            ['text', 'is', 'a'],
            ['text', 'is', 'b'],
          ]),
        ),
      ],
    },
  ],
  ['a consent given and not', true, { match: 'all', groups: [group('all', consent(true), consent(false))] }],
])('[N55] of %s says %s', (_, expected, filter) => {
  expect(neverMatches(filter)).toBe(expected);
});
