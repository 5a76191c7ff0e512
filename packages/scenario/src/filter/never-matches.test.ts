import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyComparison, anyFilter, anyFilterFacts, filterNow } from '@curlew/testkit';
import type { Comparison, ComparisonOperator, ComparisonType } from './comparison.ts';
import { excludeEachOther } from './contradiction.ts';
import { createComparisonTest } from './create-comparison-test.ts';
import type { CustomerFilter, FilterCondition } from './filter.ts';
import { createFilterTest } from './meets-filter.ts';
import { neverMatches } from './never-matches.ts';

type Asked = readonly [type: ComparisonType, operator: ComparisonOperator, ...values: string[]];

const compare = ([type, operator, ...values]: Asked): Comparison => ({
  property: 'a',
  type,
  operator,
  values,
});

const excluding: Asked[][] = [
  [
    ['text', 'is', 'a'],
    ['text', 'is', 'b'],
  ],
  [
    ['text', 'is', 'a'],
    ['text', 'is_not', ' a '],
  ],
  [
    ['text', 'one_of', 'a', 'b'],
    ['text', 'one_of', 'c', 'd'],
  ],
  [
    ['text', 'one_of', 'a', 'b'],
    ['text', 'one_of', 'b', 'c'],
    ['text', 'one_of', 'c', 'a'],
  ],
  [
    ['text', 'one_of', 'ab', 'ac'],
    ['text', 'ends_with', 'd'],
  ],
  [
    ['text', 'is', 'abc'],
    ['text', 'contains_not', 'b'],
  ],
  [
    ['text', 'starts_with', 'ab'],
    ['text', 'starts_with', 'b'],
  ],
  [
    ['text', 'ends_with', 'ab'],
    ['text', 'ends_with', 'cab'],
    ['text', 'ends_with', 'dab'],
  ],
  [
    ['text', 'contains', 'abc'],
    ['text', 'contains_not', 'b'],
  ],
  [
    ['text', 'starts_with', 'abc'],
    ['text', 'contains_not', 'c'],
  ],
  [
    ['number', 'less', '5'],
    ['number', 'at_least', '5'],
  ],
  [
    ['number', 'less', '5'],
    ['number', 'more', '5'],
  ],
  [
    ['number', 'equals', '5'],
    ['number', 'equals', '6'],
  ],
  [
    ['number', 'equals', '5'],
    ['number', 'equals_not', '5.0'],
  ],
  [
    ['number', 'at_most', '5'],
    ['number', 'at_least', '5'],
    ['number', 'equals_not', '5'],
  ],
  [
    ['number', 'between', '1', '2'],
    ['number', 'more', '2'],
  ],
  [
    ['boolean', 'is_true'],
    ['boolean', 'is_false'],
  ],
  [
    ['date', 'before', '2026-11-22'],
    ['date', 'on', '2026-11-22'],
  ],
  [
    ['date', 'before', '2026-11-23'],
    ['date', 'after', '2026-11-22'],
  ],
  [
    ['date', 'between', '2026-11-20', '2026-11-21'],
    ['date', 'after', '2026-11-21'],
  ],
  [
    ['list', 'has', 'a'],
    ['list', 'has_not', 'a'],
  ],
  [
    ['text', 'is_not_set'],
    ['number', 'equals', '5'],
  ],
  [
    ['text', 'is_set'],
    ['list', 'is_not_set'],
  ],
];

it.each(excluding.map((asked) => [asked]))('[N55] sees that %j exclude each other', (asked) => {
  expect(excludeEachOther(asked.map(compare))).toBe(true);
  for (const one of asked) expect(excludeEachOther([compare(one)])).toBe(false);
  expect(excludeEachOther(asked.map((one, index) => ({ ...compare(one), property: `p${index}` })))).toBe(
    false,
  );
});

const compatible: Asked[][] = [
  [
    ['text', 'is_not', 'a'],
    ['text', 'is_not_set'],
  ],
  [
    ['number', 'equals_not', '5'],
    ['text', 'is_not_set'],
  ],
  [
    ['list', 'has_not', 'a'],
    ['list', 'is_not_set'],
  ],
  [
    ['text', 'contains_not', 'a'],
    ['text', 'is_not_set'],
  ],
  [
    ['list', 'has', 'a'],
    ['list', 'has', 'b'],
  ],
  [
    ['text', 'is', '12'],
    ['number', 'equals', '12'],
  ],
  [
    ['text', 'is', 'true'],
    ['boolean', 'is_true'],
  ],
  [
    ['number', 'at_least', '5'],
    ['number', 'at_most', '5'],
  ],
  [
    ['date', 'on', '2026-11-22'],
    ['date', 'between', '2026-11-22', '2026-11-22'],
  ],
  [
    ['date', 'in_last_days', '3'],
    ['date', 'in_next_days', '3'],
  ],
  [
    ['date', 'in_last_days', '3'],
    ['date', 'before', '2020-01-01'],
  ],
  [
    ['text', 'starts_with', 'a'],
    ['text', 'starts_with', 'ab'],
  ],
  [
    ['text', 'starts_with', 'a'],
    ['text', 'ends_with', 'b'],
  ],
  [
    ['text', 'contains', 'a'],
    ['text', 'contains_not', 'ab'],
  ],
  [
    ['number', 'more', '5'],
    ['number', 'less', '5.0000001'],
  ],
];

it.each(compatible.map((asked) => [asked]))('[N55] does not suspect %j', (asked) => {
  expect(excludeEachOther(asked.map(compare))).toBe(false);
});

const clock = { now: filterNow, timeZone: 'UTC' };

it('[N55] comparisons that exclude each other are met by nobody', () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(anyComparison, { maxLength: 4 }),
      fc.array(anyFilterFacts, { minLength: 8, maxLength: 8 }),
      (comparisons, customers) => {
        if (!excludeEachOther(comparisons)) return;
        found += 1;
        const tests = comparisons.map((comparison) => createComparisonTest(comparison, clock));
        for (const { attributes } of customers) expect(tests.every((test) => test(attributes))).toBe(false);
      },
    ),
    { numRuns: 3_000 },
  );
  expect(found).toBeGreaterThan(50);
});

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
