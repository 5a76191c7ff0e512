import { expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  comparisonTypes,
  operatorsOf,
  type Comparison,
  type CustomerFilter,
  type FilterCondition,
} from '@curlew/scenario';
import { anyFilter } from '@curlew/testkit';
import { compileFilter, type FilterSettings } from './compile-filter.ts';

const general = '01a20242-d422-714d-a856-e14b220af4d9';
const settings: FilterSettings = {
  projectId: '01a20242-d422-714d-a856-e14b220af4da',
  timeZone: 'Europe/London',
  now: Date.UTC(2026, 10, 22),
  generalCategories: new Set([general]),
};

const filterOf = (...conditions: FilterCondition[]): CustomerFilter => ({
  match: 'all',
  groups: [{ match: 'any', conditions }],
});
const comparison = (change: Partial<Comparison>): Comparison => ({
  property: 'city',
  type: 'text',
  operator: 'is',
  values: ['Praha'],
  ...change,
});
const attribute = (change: Partial<Comparison>): FilterCondition => ({
  kind: 'attribute',
  ...comparison(change),
});
const event = (change: Partial<Extract<FilterCondition, { kind: 'event' }>>): FilterCondition => ({
  kind: 'event',
  event: 'purchase',
  did: true,
  atLeast: 1,
  withinDays: null,
  where: [],
  ...change,
});

const parametersIn = (sql: string): number[] => Array.from(sql.matchAll(/\$(\d+)::/g), ([, n]) => Number(n));

it('has a parameter for each value and a value for each parameter', () => {
  fc.assert(
    fc.property(anyFilter, fc.boolean(), (filter, isForFew) => {
      const { sql, values } = compileFilter(filter, { ...settings, isForFew });
      const used = new Set([1, ...parametersIn(sql)]);
      expect([...used].sort((one, other) => one - other)).toEqual(values.map((_, index) => index + 1));
      expect(values[0]).toBe(settings.projectId);
      expect(sql).not.toMatch(/\$\d+(?!\d|::)/);
    }),
  );
});

const hostile = `x'); DROP TABLE customer; --"\\ $1 \${1}`;

it('puts nothing of a filter into its SQL', () => {
  const allOf = (property: string, value: string): FilterCondition[] =>
    comparisonTypes.flatMap((type) =>
      operatorsOf[type].map((operator) => attribute({ property, type, operator, values: [value, value] })),
    );
  const compile = (name: string, value: string) =>
    compileFilter(
      filterOf(
        ...allOf(name, value),
        event({ event: name, where: [comparison({ property: name, values: [value] })] }),
      ),
      settings,
    );
  const { sql, values } = compile(hostile, `${hostile}!`);
  expect(sql).toBe(compile('city', 'Praha').sql);
  expect(sql).not.toContain('DROP');
  expect(values).toContain(hostile);
});

it.each<[string, CustomerFilter, string]>([
  ['nothing', { match: 'any', groups: [] }, 'TRUE'],
  ['empty groups', { match: 'any', groups: [{ match: 'all', conditions: [] }] }, 'TRUE'],
  ['no property', filterOf(attribute({ property: ' ' })), '((FALSE))'],
  ['an operator of another type', filterOf(attribute({ operator: 'less' })), '((FALSE))'],
  ['no value', filterOf(attribute({ values: [''] })), '((FALSE))'],
  ['no number', filterOf(attribute({ type: 'number', operator: 'less', values: ['many'] })), '((FALSE))'],
  ['no day', filterOf(attribute({ type: 'date', operator: 'on', values: ['2026-02-30'] })), '((FALSE))'],
  ['no event', filterOf(event({ event: '' })), '((FALSE))'],
  [
    'a wrong property of what was not done',
    filterOf(event({ did: false, where: [comparison({ values: [] })] })),
    '((FALSE))',
  ],
  ['no category', filterOf({ kind: 'consent', categoryId: null, isGranted: false }), '((FALSE))'],
  ['a general category', filterOf({ kind: 'consent', categoryId: general, isGranted: true }), '((TRUE))'],
  ['no general category', filterOf({ kind: 'consent', categoryId: general, isGranted: false }), '((FALSE))'],
])('knows the answer to %s', (_, filter, sql) => {
  expect(compileFilter(filter, settings)).toEqual({ sql, values: [settings.projectId] });
});

it('joins conditions within a group and groups among each other', () => {
  const yes: FilterCondition = { kind: 'consent', categoryId: general, isGranted: true };
  const no: FilterCondition = { kind: 'consent', categoryId: general, isGranted: false };
  const filter: CustomerFilter = {
    match: 'any',
    groups: [
      { match: 'all', conditions: [yes, no] },
      { match: 'all', conditions: [] },
      { match: 'any', conditions: [no, yes] },
    ],
  };
  expect(compileFilter(filter, settings).sql).toBe('((TRUE AND FALSE) OR (FALSE OR TRUE))');
});

it('asks all events at once, and of few customers each one', () => {
  const filter = filterOf(event({ atLeast: 3 }));
  expect(compileFilter(filter, settings).sql).toContain('GROUP BY');
  expect(compileFilter(filter, { ...settings, isForFew: true }).sql).not.toContain('GROUP BY');
});
