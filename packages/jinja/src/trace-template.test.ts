import { expect, it } from 'vitest';
import { compileTemplate, renderTemplate, traceTemplate } from './index.ts';

const context = { customer: { name: 'Jana', cart: [{ title: 'Mug' }, { title: 'Tent' }] }, greeting: 'Hi' };

const trace = (source: string) => {
  const compiled = compileTemplate(source);
  if (!compiled.ok) throw new Error(`the template of this test is broken: ${compiled.errors[0]?.message}`);
  const { result, outputs } = traceTemplate(compiled.template, context);
  expect(result).toEqual(renderTemplate(compiled.template, context));
  const text = result.ok ? result.text : '';
  return outputs.map(({ source: from, text: to, variables }) => [
    source.slice(from.start + 2, from.end - 2).trim(),
    text.slice(to.start, to.end),
    variables.map(({ path }) => path.join('.')),
  ]);
};

it.each<[string, string, ReturnType<typeof trace>]>([
  ['text alone', 'Hello', []],
  [
    'outputs, also of filters and sums',
    '{{ greeting }} {{ customer.name|upper }}, {{ 1 + 1 }}!',
    [
      ['greeting', 'Hi', ['greeting']],
      ['customer.name|upper', 'JANA', ['customer.name']],
      ['1 + 1', '2', []],
    ],
  ],
  ['one that gives nothing', 'a{{ customer.city }}b', [['customer.city', '', ['customer.city']]]],
  [
    'every turn of a loop',
    '{% for item in customer.cart %}{{ item.title }}, {% endfor %}',
    [
      ['item.title', 'Mug', []],
      ['item.title', 'Tent', []],
    ],
  ],
  [
    'a macro where it is shown',
    '{% macro say(name) %}Dear {{ name }}{% endmacro %}{{ say(customer.name) }}.',
    [['say(customer.name)', 'Dear Jana', ['customer.name']]],
  ],
  [
    'a block that is set, where it is shown',
    '{% set line %}Hi {{ customer.name }}{% endset %}{{ line }}',
    [['line', 'Hi Jana', []]],
  ],
])('[J45] tells %s', (_, source, outputs) => {
  expect(trace(source)).toEqual(outputs);
});

it('[J45] tells as far as a render came that fails', () => {
  const compiled = compileTemplate('{{ greeting }}{{ 1 // 0 }}');
  if (!compiled.ok) throw new Error('the template of this test is broken');
  const { result, outputs } = traceTemplate(compiled.template, context);
  expect(result.ok).toBe(false);
  expect(outputs).toHaveLength(1);
});

it('[J45] tells two thousand outputs at most', () => {
  const compiled = compileTemplate('{% for n in range(3000) %}{{ n }}{% endfor %}');
  if (!compiled.ok) throw new Error('the template of this test is broken');
  expect(traceTemplate(compiled.template, {}).outputs).toHaveLength(2_000);
});
