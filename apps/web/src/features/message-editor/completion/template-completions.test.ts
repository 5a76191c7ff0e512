import { expect, it } from 'vitest';
import type { CompletionData } from './completion-data.ts';
import { completeTemplate } from './template-completions.ts';

const known = (name: string, detail = 'text') => ({ name, detail, lines: [] });
const data: CompletionData = {
  attributes: [known('first_name', 'text, 96 %'), known('points', 'number, 40 %'), known('shoe size')],
  ids: [known('registered')],
  eventProperties: [known('total', 'number')],
  hasWebhook: false,
};

const labels = (before: string, given = data) =>
  completeTemplate(before, given)?.options.map(({ label }) => label);
const typed = (before: string) => {
  const found = completeTemplate(before, data);
  return found === null ? null : before.slice(found.from);
};

it.each([
  ['in a text literal', "{{ customer.x | default('customer."],
  ['behind an attribute', '{{ customer.first_name.'],
  ['behind an unknown object', '{{ nothing.'],
  ['behind a number', '{{ 12'],
  ['in a comment', 'a {# a no'],
])('is silent %s', (_, before) => {
  expect(completeTemplate(before, data)).toBeNull();
});

it.each([
  ['the attributes of customers', 'Hi {{ customer.', ['first_name', 'points', 'shoe size']],
  ['ids', '{{ customer_ids.', ['registered']],
  ['what a project is', '{% if project.', ['id', 'name']],
  ['the properties of the event', '{{ event.', ['total']],
])('offers %s', (_, before, names) => {
  expect(labels(before)).toEqual(names);
});

it('writes a name that is no word in brackets, in place of the dot', () => {
  const option = completeTemplate('{{ customer.', data)?.options.at(-1);
  expect(option).toMatchObject({ insert: "['shoe size']$0", takesBack: 1 });
});

it('offers an event and an answer only where there is one', () => {
  expect(labels('{{ ')).toContain('event');
  const without = { ...data, eventProperties: null, hasWebhook: true };
  expect(labels('{{ ', without)).not.toContain('event');
  expect(labels('{{ ', without)).toContain('webhook');
});

it('offers what the message has set itself', () => {
  expect(labels('{% set shop = 1 %}{% for key, item in x %}{{ ')).toEqual(
    expect.arrayContaining(['shop', 'key', 'item']),
  );
});

it.each([
  ['Hi {{ customer.fir', 'fir'],
  ['{% if customer.', ''],
  ['{{ cus', 'cus'],
  ['{{ ', ''],
  ['{{', ''],
  ['{{ customer.first_name | ti', 'ti'],
  ['{{ customer.first_name|', ''],
  ["{{ customer.x | default('it') | up", 'up'],
  ['{{ a }} and {% if cu', 'cu'],
  ['{{ x is not de', 'de'],
  ['Hi gree', 'gree'],
])('replaces only what is typed: %j', (before, replaced) => {
  expect(typed(before)).toBe(replaced);
});

it.each([
  ['{{ customer.first_name | ', 'title'],
  ['{{ customer.points is ', 'defined'],
  ['{% ', 'for'],
  ['{% if 1 %}{% ', 'endif'],
  ['{% if 1 %}{% ', 'elif'],
  ['{% for a in b %}{% if a %}{% endif %}{% ', 'endfor'],
  ['{{ 1 if cu', 'customer'],
  ['{{ ra', 'range'],
  ['', 'Greeting with fallback'],
])('after %j offers %s', (before, label) => {
  expect(labels(before)).toContain(label);
});

it('does not offer the end of what is closed', () => {
  expect(labels('{% if 1 %}{% endif %}{% ')).not.toContain('endif');
});
