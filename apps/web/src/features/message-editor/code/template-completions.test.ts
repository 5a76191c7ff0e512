import { expect, it } from 'vitest';
import { completeTemplate } from './template-completions.ts';

const attributes = { first_name: 'Jana', points: 120, tags: ['vip'], 'shoe size': 42, note: 'x'.repeat(40) };
const labels = (before: string) => completeTemplate(before, attributes)?.options.map(({ label }) => label);
const typed = (before: string) => {
  const found = completeTemplate(before, attributes);
  return found === null ? null : before.slice(found.from);
};

it.each([
  ['plain text', 'Hi customer.'],
  ['after a closed tag', '{{ customer.first_name }} customer.'],
  ['in a text literal', "{{ customer.x | default('customer."],
  ['behind an attribute', '{{ customer.first_name.'],
  ['behind an unknown object', '{{ project.'],
  ['behind a number', '{{ 12'],
])('is silent in %s', (_, before) => {
  expect(completeTemplate(before, attributes)).toBeNull();
});

it('offers the attributes of the customer, with their values', () => {
  const found = completeTemplate('Hi {{ customer.', attributes);
  expect(found?.options.map(({ label, detail }) => [label, detail])).toEqual([
    ['first_name', 'Jana'],
    ['points', '120'],
    ['tags', '["vip"]'],
    // "shoe size" is no name: it cannot stand behind a dot.
    ['note', `${'x'.repeat(23)}…`],
  ]);
});

it.each([
  ['Hi {{ customer.fir', 'fir'],
  ['{% if customer.', ''],
  ['{{ cus', 'cus'],
  ['{{ ', ''],
  ['{{ customer.first_name | ti', 'ti'],
  ['{{ customer.first_name|', ''],
  ["{{ customer.x | default('it') | up", 'up'],
  ['{{ a }} and {% if cu', 'cu'],
])('replaces only what is typed: %j', (before, replaced) => {
  expect(typed(before)).toBe(replaced);
});

it('offers filters behind a bar and variables elsewhere', () => {
  expect(labels('{{ customer.first_name | ')).toContain('title');
  expect(labels('{{ ')).toContain('customer');
  expect(labels('{{ 1 if cu')).toContain('customer');
});
