import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyComparison, anyFilter, anyFilterFacts, filterNow } from '@curlew/testkit';
import type { Comparison, ComparisonOperator, ComparisonType } from './comparison.ts';
import { createComparisonTest } from './create-comparison-test.ts';
import type { CustomerFilter, FilterCondition } from './filter.ts';
import { createFilterTest, meetsFilter, type FilterFacts } from './meets-filter.ts';

const clock = { now: filterNow, timeZone: 'UTC' };
const nobody: FilterFacts = { attributes: {}, events: [], grantedConsents: new Set() };

type Case = readonly [
  value: unknown,
  type: ComparisonType,
  operator: ComparisonOperator,
  ...values: string[],
];

const compare = ([value, type, operator, ...values]: Case, zone = 'UTC'): boolean =>
  createComparisonTest(
    { property: 'a', type, operator, values },
    { ...clock, timeZone: zone },
  )(value === undefined ? {} : { a: value });

const titled = (cases: readonly Case[]): [string, Case][] =>
  cases.map((asked) => [JSON.stringify(asked), asked]);

const yes: Case[] = [
  ['Praha', 'text', 'is', ' Praha '],
  ['praha', 'text', 'is_not', 'Praha'],
  ['Praha', 'text', 'one_of', 'Brno', 'Praha'],
  ['Praha', 'text', 'contains', 'rah'],
  ['Praha', 'text', 'contains_not', 'RAH'],
  ['Praha', 'text', 'starts_with', 'Pr'],
  ['Praha', 'text', 'ends_with', 'ha'],
  [12_345, 'text', 'is', '12345'],
  [true, 'text', 'is', 'true'],
  [5, 'number', 'equals', '5.0'],
  ['5', 'number', 'equals', '+5'],
  [5, 'number', 'equals_not', '6'],
  [4.99, 'number', 'less', '5'],
  [5, 'number', 'at_most', '5'],
  [5.01, 'number', 'more', '5'],
  [-5, 'number', 'at_least', '-5'],
  [1, 'number', 'between', '1', '2'],
  [2, 'number', 'between', '1', '2'],
  [true, 'boolean', 'is_true'],
  ['false', 'boolean', 'is_false'],
  [['a', 5, true], 'list', 'has', 'a'],
  [['a', 5, true], 'list', 'has', '5'],
  ['a', 'list', 'has', 'a'],
  [['a'], 'list', 'has_not', 'b'],
  ['2026-11-22', 'date', 'on', '2026-11-22'],
  ['2026-11-21T23:59', 'date', 'before', '2026-11-22'],
  ['2026-11-22T23:30:00-05:00', 'date', 'on', '2026-11-23'],
  [filterNow / 1_000, 'date', 'on', '2026-11-22'],
  ['2026-11-20', 'date', 'between', '2026-11-20', '2026-11-22'],
  ['2026-11-15', 'date', 'in_last_days', '7'],
  ['2026-11-22', 'date', 'in_last_days', '0'],
  ['2026-11-29', 'date', 'in_next_days', '7'],
];

it.each(titled(yes))('[N48] [N49] [N50] [N51] %s is true', (_, asked) => {
  expect(compare(asked)).toBe(true);
});

const no: Case[] = [
  ['praha', 'text', 'is', 'Praha'],
  [' Praha', 'text', 'is', 'Praha'],
  ['Zurich', 'text', 'is', 'Zürich'],
  ['abc', 'text', 'contains_not', 'b'],
  [1.5, 'text', 'is', '1.5'],
  [{ a: 1 }, 'text', 'is', '[object Object]'],
  [['a'], 'text', 'is', 'a'],
  [5, 'number', 'less', '5'],
  [5, 'number', 'more', '5'],
  [2.01, 'number', 'between', '1', '2'],
  ['1e3', 'number', 'at_least', '0'],
  [' 5', 'number', 'equals', '5'],
  ['', 'number', 'equals', '0'],
  [true, 'number', 'equals', '1'],
  [1, 'boolean', 'is_true'],
  ['True', 'boolean', 'is_true'],
  [['ab'], 'list', 'has', 'a'],
  [['a'], 'list', 'has_not', 'a'],
  [[['a']], 'list', 'has', 'a'],
  ['2026-02-30', 'date', 'on', '2026-03-02'],
  ['22.11.2026', 'date', 'on', '2026-11-22'],
  ['2026-11-22', 'date', 'before', '2026-11-22'],
  ['2026-11-22', 'date', 'after', '2026-11-22'],
  ['2026-11-14', 'date', 'in_last_days', '7'],
  ['2026-11-23', 'date', 'in_last_days', '7'],
  ['2026-11-30', 'date', 'in_next_days', '7'],
  [1e15, 'date', 'after', '2026-11-22'],
];

it.each(titled(no))('[N48] [N49] [N50] [N51] %s is false', (_, asked) => {
  expect(compare(asked)).toBe(false);
});

it.each([
  ['Europe/Prague', '2026-11-23'],
  ['America/New_York', '2026-11-22'],
])('[N49] the day of a moment is the one in %s', (zone, day) => {
  expect(compare(['2026-11-22T23:30:00Z', 'date', 'on', day], zone)).toBe(true);
  expect(compare(['2026-11-22T23:30', 'date', 'on', '2026-11-22'], zone)).toBe(true);
});

it('[N51] today is the day in the zone', () => {
  const late = { now: Date.UTC(2026, 10, 22, 23), timeZone: 'Europe/Prague' };
  const test = createComparisonTest(
    { property: 'a', type: 'date', operator: 'in_last_days', values: ['0'] },
    late,
  );
  expect(test({ a: '2026-11-23' })).toBe(true);
  expect(test({ a: '2026-11-22' })).toBe(false);
});

it.each([[undefined], [null], [''], [[]]])('[N47] %j is not known', (value) => {
  expect(compare([value, 'number', 'is_set'])).toBe(false);
  expect(compare([value, 'number', 'is_not_set'])).toBe(true);
});

it.each([[0], [false], [' '], ['abc'], [{}]])('[N47] %j is known, whatever the type', (value) => {
  expect(compare([value, 'number', 'is_set'])).toBe(true);
  expect(compare([value, 'number', 'is_not_set'])).toBe(false);
});

it.each(['__proto__', 'constructor', 'toString'])(
  '[N47] %s is known only where a customer has it',
  (property) => {
    const test = createComparisonTest({ property, type: 'text', operator: 'is_set', values: [] }, clock);
    expect(test({})).toBe(false);
    expect(test(JSON.parse(`{"${property}":"x"}`))).toBe(true);
  },
);

const opposites = new Map<ComparisonOperator, ComparisonOperator>([
  ['is_not', 'is'],
  ['equals_not', 'equals'],
  ['contains_not', 'contains'],
  ['has_not', 'has'],
  ['is_not_set', 'is_set'],
]);

it('[N48] what says not is the opposite, for everyone; the rest say no to what is not known', () => {
  fc.assert(
    fc.property(anyComparison, anyFilterFacts, (comparison, { attributes }) => {
      const opposite = opposites.get(comparison.operator);
      const test = createComparisonTest(comparison, clock);
      expect(test({})).toBe(opposite !== undefined);
      if (opposite === undefined) return;
      expect(test(attributes)).toBe(
        !createComparisonTest({ ...comparison, operator: opposite }, clock)(attributes),
      );
    }),
  );
});

it('[N28] blanks around names do not count', () => {
  const comparison: Comparison = { property: ' a ', type: 'text', operator: 'is', values: [' x '] };
  expect(createComparisonTest(comparison, clock)({ a: 'x' })).toBe(true);
  expect(createComparisonTest({ ...comparison, property: 'A' }, clock)({ a: 'x' })).toBe(false);
  const filter = filterOf({
    kind: 'event',
    event: ' visit ',
    did: true,
    atLeast: 1,
    withinDays: null,
    where: [],
  });
  expect(meetsFilter(filter, withEvents(['visit', 0]), clock)).toBe(true);
  expect(meetsFilter(filter, withEvents(['Visit', 0]), clock)).toBe(false);
});

const filterOf = (...conditions: FilterCondition[]): CustomerFilter => ({
  match: 'all',
  groups: [{ match: 'all', conditions }],
});

const dayMs = 86_400_000;
const withEvents = (
  ...events: readonly (readonly [type: string, daysAgo: number, properties?: object])[]
): FilterFacts => ({
  ...nobody,
  events: events.map(([type, daysAgo, properties = {}]) => ({
    type,
    timestamp: filterNow - daysAgo * dayMs,
    properties: { ...properties },
  })),
});

const bought = (
  atLeast: number,
  withinDays: number | null,
  where: Comparison[] = [],
): FilterCondition & { kind: 'event' } => ({
  kind: 'event',
  event: 'purchase',
  did: true,
  atLeast,
  withinDays,
  where,
});
const red: Comparison = { property: 'colour', type: 'text', operator: 'is', values: ['red'] };
const large: Comparison = { property: 'total', type: 'number', operator: 'more', values: ['100'] };

const counts: [string, FilterCondition & { kind: 'event' }, FilterFacts, boolean][] = [
  ['once, ever', bought(1, null), withEvents(['purchase', 900]), true],
  ['another event', bought(1, null), withEvents(['visit', 0]), false],
  ['too few', bought(2, null), withEvents(['purchase', 1]), false],
  ['often enough', bought(2, null), withEvents(['purchase', 1], ['visit', 1], ['purchase', 2]), true],
  ['just in time', bought(1, 7), withEvents(['purchase', 7]), true],
  ['too long ago', bought(1, 7), withEvents(['purchase', 7.0001]), false],
  [
    'one event that is both',
    bought(1, null, [red, large]),
    withEvents(['purchase', 1, { colour: 'red', total: 101 }]),
    true,
  ],
  [
    'two events that are one each',
    bought(1, null, [red, large]),
    withEvents(['purchase', 1, { colour: 'red' }], ['purchase', 1, { total: 101 }]),
    false,
  ],
];

it.each(counts)('[N52] counts %s', (...row) => {
  const [, condition, facts, expected] = row;
  expect(meetsFilter(filterOf(condition), facts, clock)).toBe(expected);
  expect(meetsFilter(filterOf({ ...condition, did: false }), facts, clock)).toBe(!expected);
});

it('[N53] asks for a consent and for its absence', () => {
  const categoryId = '01a20242-d422-714d-a856-e14b220af4d1';
  const granted = { ...nobody, grantedConsents: new Set([categoryId]) };
  for (const isGranted of [true, false]) {
    const filter = filterOf({ kind: 'consent', categoryId, isGranted });
    expect(meetsFilter(filter, granted, clock)).toBe(isGranted);
    expect(meetsFilter(filter, nobody, clock)).toBe(!isGranted);
  }
});

it('[N45] joins conditions within groups and groups with each other', () => {
  fc.assert(
    fc.property(anyFilter, anyFilterFacts, (filter, facts) => {
      const groups = filter.groups.filter(({ conditions }) => conditions.length > 0);
      const answerOf = (match: 'all' | 'any', answers: readonly boolean[]): boolean =>
        match === 'all' ? answers.every(Boolean) : answers.some(Boolean);
      const answers = groups.map(({ match, conditions }) =>
        answerOf(
          match,
          conditions.map((condition) => meetsFilter(filterOf(condition), facts, clock)),
        ),
      );
      const expected = answerOf(filter.match, answers);
      expect(createFilterTest(filter, clock)(facts)).toBe(groups.length === 0 || expected);
    }),
    { numRuns: 500 },
  );
});

it.each<[string, FilterCondition]>([
  ['no value', { kind: 'attribute', property: 'a', type: 'text', operator: 'is_not', values: [''] }],
  ['no property', { kind: 'attribute', property: '', type: 'text', operator: 'is_not_set', values: [] }],
  ['an unfit operator', { kind: 'attribute', property: 'a', type: 'list', operator: 'less', values: ['1'] }],
  ['no event', { kind: 'event', event: ' ', did: false, atLeast: 1, withinDays: null, where: [] }],
  ['no category', { kind: 'consent', categoryId: null, isGranted: false }],
])('[N46] a condition with %s is met by nobody', (_, condition) => {
  expect(meetsFilter(filterOf(condition), nobody, clock)).toBe(false);
});

it('[N46] an event condition with a broken comparison is met by nobody', () => {
  const broken = { ...bought(1, null, [{ ...red, values: [] }]), did: false };
  expect(meetsFilter(filterOf(broken), nobody, clock)).toBe(false);
});
