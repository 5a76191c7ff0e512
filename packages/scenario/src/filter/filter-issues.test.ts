import { expect, it } from 'vitest';
import type { Comparison } from './comparison.ts';
import { describeFilter } from './describe-filter.ts';
import type { CustomerFilter, FilterCondition } from './filter.ts';
import { findFilterIssues } from './filter-issues.ts';

const comparison: Comparison = { property: 'city', type: 'text', operator: 'is', values: ['Praha'] };
const attribute = (changes: Partial<Comparison>): FilterCondition => ({
  ...comparison,
  ...changes,
  kind: 'attribute',
});
const event = (event: string, ...where: Comparison[]): FilterCondition => ({
  kind: 'event',
  event,
  did: true,
  atLeast: 1,
  withinDays: null,
  where,
});
const filterOf = (...conditions: FilterCondition[]): CustomerFilter => ({
  match: 'all',
  groups: [
    { match: 'any', conditions: [] },
    { match: 'all', conditions },
  ],
});

it.each<[string, FilterCondition, [string, string][]]>([
  ['a sound one', attribute({}), []],
  ['no property', attribute({ property: ' ' }), [['property_missing', 'property']]],
  ['no value', attribute({ values: [] }), [['value_wrong', 'values.0']]],
  ['a blank value', attribute({ operator: 'one_of', values: ['a', ' '] }), [['value_wrong', 'values.1']]],
  ['one of nothing', attribute({ operator: 'one_of', values: [] }), [['value_wrong', 'values.0']]],
  [
    'an operator of another type',
    attribute({ operator: 'less', values: ['1'] }),
    [['operator_unfit', 'operator']],
  ],
  [
    'a word as number',
    attribute({ type: 'number', operator: 'less', values: ['1,5'] }),
    [['value_wrong', 'values.0']],
  ],
  [
    'a number beyond all',
    attribute({ type: 'number', operator: 'less', values: ['9'.repeat(400)] }),
    [['value_wrong', 'values.0']],
  ],
  [
    '30 February',
    attribute({ type: 'date', operator: 'on', values: ['2026-02-30'] }),
    [['value_wrong', 'values.0']],
  ],
  [
    'half a day',
    attribute({ type: 'date', operator: 'in_last_days', values: ['0.5'] }),
    [['value_wrong', 'values.0']],
  ],
  [
    'a range of one end',
    attribute({ type: 'number', operator: 'between', values: ['1'] }),
    [['value_wrong', 'values.1']],
  ],
  [
    'a range turned round',
    attribute({ type: 'number', operator: 'between', values: ['10', '9'] }),
    [['value_wrong', 'values.1']],
  ],
  [
    'days turned round',
    attribute({ type: 'date', operator: 'between', values: ['2026-11-30', '2026-11-29'] }),
    [['value_wrong', 'values.1']],
  ],
  ['values that are not asked for', attribute({ operator: 'is_set', values: [''] }), []],
  ['no event', event(' '), [['event_missing', 'event']]],
  [
    'a broken property of an event',
    event('visit', { ...comparison, property: '' }),
    [['property_missing', 'where.0.property']],
  ],
  [
    'no category',
    { kind: 'consent', categoryId: null, isGranted: true },
    [['category_missing', 'categoryId']],
  ],
])('[N54] of %s', (_, condition, expected) => {
  const issues = findFilterIssues(filterOf(condition), 'filter');
  const found = issues.map(({ code, field }) => [code, field]);
  expect(found).toEqual(expected.map(([code, field]) => [code, `filter.groups.1.conditions.0.${field}`]));
  expect(issues.filter(({ severity }) => severity !== 'error')).toEqual([]);
  for (const { message } of issues) expect(message).toMatch(/^[A-Z“].*: .*[^.!]$/u);
});

it('[N54] warns of what nobody can meet, once nothing is wrong', () => {
  const excluding = filterOf(attribute({}), attribute({ operator: 'is_not' }));
  expect(findFilterIssues(excluding, 'filter')).toMatchObject([
    { code: 'never_matches', severity: 'warning', field: 'filter' },
  ]);
  const broken = filterOf(attribute({}), attribute({ operator: 'is_not' }), event(''));
  expect(findFilterIssues(broken, 'filter').map(({ code }) => code)).toEqual(['event_missing']);
});

it.each<[string, FilterCondition[]]>([
  ['', []],
  ['city is Praha', [attribute({})]],
  ['city is one of Praha, Brno', [attribute({ operator: 'one_of', values: ['Praha', 'Brno'] })]],
  ['city is Praha', [attribute({ values: ['Praha', 'left over'] })]],
  ['city is $&', [attribute({ values: ['$&'] })]],
  ['something is …', [attribute({ property: '', values: [''] })]],
  ['city is known', [attribute({ operator: 'is_set' })]],
  ['city is between 1 and 5', [attribute({ type: 'number', operator: 'between', values: ['1', '5'] })]],
  ['city is before 30 Nov 2026', [attribute({ type: 'date', operator: 'before', values: ['2026-11-30'] })]],
  ['city is in the last 7 days', [attribute({ type: 'date', operator: 'in_last_days', values: ['7'] })]],
  ['city is in the next day', [attribute({ type: 'date', operator: 'in_next_days', values: ['1'] })]],
  ['did visit where city is Praha', [event('visit', comparison)]],
  ['did something', [event('')]],
  [
    'did not do visit at least 3 times in the last 7 days',
    [{ kind: 'event', event: 'visit', did: false, atLeast: 3, withinDays: 7, where: [] }],
  ],
  ['did not give a consent', [{ kind: 'consent', categoryId: null, isGranted: false }]],
  ['city is Praha, and 2 more', [attribute({}), event('visit'), event('visit')]],
])('[N56] says “%s”', (words, conditions) => {
  expect(describeFilter(filterOf(...conditions))).toBe(words);
});

it('[N56] says or where it is or', () => {
  const either: CustomerFilter = {
    match: 'all',
    groups: [{ match: 'any', conditions: [attribute({}), event('visit')] }],
  };
  expect(describeFilter(either)).toBe('city is Praha, or 1 more');
  const groups = [attribute({}), event('visit')].map((condition) => ({
    match: 'all' as const,
    conditions: [condition],
  }));
  expect(describeFilter({ match: 'any', groups })).toBe('city is Praha, or 1 more');
  expect(describeFilter({ match: 'all', groups })).toBe('city is Praha, and 1 more');
});
