import { expect, it } from 'vitest';
import type { ComparisonType } from '../filter/comparison.ts';
import { findNamedValueIssues, type NamedValue } from './named-values.ts';
import { readWrittenValue } from './written-value.ts';

it.each<[ComparisonType, string, unknown]>([
  ['text', ' gold ', 'gold'],
  ['text', '12', '12'],
  ['number', ' 12.50 ', 12.5],
  ['number', '-.5', -0.5],
  ['boolean', 'True', true],
  ['boolean', 'false', false],
  ['date', '2026-11-30', '2026-11-30'],
  ['date', ' 2026-11-30T18:05:00Z', '2026-11-30T18:05:00Z'],
  ['list', 'a, b,, c ', ['a', 'b', 'c']],
  ['list', '["a, b", 1, true]', ['a, b', 1, true]],
  ['list', '[]', []],
  ['text', '  \n', null],
  ['number', '', null],
  ['list', '', null],
])('[N33] writes as %s %j', (type, text, value) => {
  expect(readWrittenValue(type, text)).toEqual({ ok: true, value });
});

it.each<[ComparisonType, string]>([
  ['number', '1,5'],
  ['number', '1e3'],
  ['number', 'twelve'],
  ['boolean', 'yes'],
  ['boolean', '1'],
  ['date', '30.11.2026'],
  ['date', '2026-02-30'],
  ['list', "['a', 'b']"],
  ['list', '[{"a":1}]'],
  ['list', '[["a"]]'],
])('[N33] does not write as %s %j', (type, text) => {
  expect(readWrittenValue(type, text)).toEqual({ ok: false });
});

const value = (changes: Partial<NamedValue>): NamedValue => ({
  name: 'tier',
  type: 'text',
  value: 'gold',
  ...changes,
});

it.each<[string, NamedValue[], [string, string][]]>([
  ['two sound ones', [value({}), value({ name: 'points', type: 'number', value: '12' })], []],
  ['one that deletes', [value({ type: 'number', value: ' ' })], []],
  ['no name', [value({ name: ' ' })], [['name_missing', 'attributes.0.name']]],
  ['one name twice', [value({}), value({ name: ' tier ' })], [['name_twice', 'attributes.1.name']]],
  ['names that differ in case', [value({}), value({ name: 'Tier' })], []],
  ['a broken template', [value({ value: '{{ a' })], [['template_error', 'attributes.0.value']]],
  ['a word as number', [value({ type: 'number', value: 'many' })], [['value_wrong', 'attributes.0.value']]],
  ['a template as number', [value({ type: 'number', value: '{{ customer.points + 1 }}' })], []],
])('[N34] of %s', (_, values, expected) => {
  const issues = findNamedValueIssues(values, { field: 'attributes', what: 'attribute' });
  expect(issues.map(({ code, field }) => [code, field])).toEqual(expected);
  for (const { message } of issues) expect(message).toMatch(/^[A-Z“][\s\S]*: [\s\S]*[^.!]$/u);
});
