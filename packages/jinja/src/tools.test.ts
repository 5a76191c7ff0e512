import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundLength,
  compileTemplate,
  createTemplateCache,
  findVariables,
  renderTemplate,
  scanTemplate,
} from './index.ts';
import type { Template } from './index.ts';

function compile(source: string): Template {
  const compiled = compileTemplate(source);
  if (!compiled.ok) throw new Error(`the template of this test is broken: ${compiled.errors[0]?.message}`);
  return compiled.template;
}

const pieces = [
  'Hi ',
  '{{ a }}',
  '{{ a.b',
  "{{ 'x }}",
  '{% if a %}',
  '{% endif %}',
  '{# c #}',
  '{# open',
  '\n',
  '{% raw %}{{ x }}{% endraw %}',
  '{% raw %}',
  '}}',
  '%}',
  '{{ a! }}',
  'é👋',
  '\r\n',
  '{{-',
  '-%}',
  "'",
];
const brokenTemplates = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

function describeSpans(source: string): readonly string[] {
  return scanTemplate(source).map((span) => `${span.kind} ${source.slice(span.start, span.end)}`);
}

describe('scanTemplate', () => {
  it('[J31] tells text, outputs, tags and comments apart', () => {
    expect(describeSpans("Hi {{ a|d('}}') }}{% if x %}{# no #}{% raw %}{{ y }}{% endraw %}\n")).toEqual([
      'text Hi ',
      "output {{ a|d('}}') }}",
      'tag {% if x %}',
      'comment {# no #}',
      'tag {% raw %}',
      'text {{ y }}',
      'tag {% endraw %}',
      'text \n',
    ]);
  });

  it.each([
    ['{{ cus\nnext {{ a }}', ['error {{ cus', 'text \nnext ', 'output {{ a }}']],
    ['{{ a ! b }} c', ['error {{ a ! b }}', 'text  c']],
    ["{{ 'a }} b {% if x %}", ["error {{ 'a }}", 'text  b ', 'tag {% if x %}']],
    ['{# a\nb', ['error {# a', 'text \nb']],
    ['{{ a {{ b }}', ['error {{ a ', 'output {{ b }}']],
  ])('[J31] makes one error span of what is broken in %j', (source, expected) => {
    expect(describeSpans(source)).toEqual(expected);
  });

  it('[J31] tiles any source', () => {
    fc.assert(
      fc.property(brokenTemplates, (source) => {
        const spans = scanTemplate(source);
        let at = 0;
        for (const span of spans) {
          expect(span.start).toBe(at);
          expect(span.end).toBeGreaterThan(span.start);
          at = span.end;
        }
        expect(at).toBe(source.length);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('findVariables', () => {
  it.each([
    [
      "{{ customer.first_name|d(nick) }} {{ customer['last name'] }}",
      ['customer.first_name', 'nick', 'customer.last name'],
    ],
    ['{% set name = name|title %}{{ name }}', ['name']],
    ['{% if a %}{% set x = 1 %}{% endif %}{{ x }}', ['a', 'x']],
    [
      '{% for i in cart["items"] if i.ok %}{{ i.sku }}{{ loop.index }}{% else %}{{ y }}{% endfor %}',
      ['cart.items', 'y'],
    ],
    ['{{ customer.email.split("@")[0] }} {{ range(n) }} {{ xs[k].z }}', ['customer.email', 'n', 'xs', 'k']],
    [
      '{% macro m(a, b=c) %}{{ a }}{{ b }}{{ d }}{% endmacro %}{{ m(e, *f, g=h) }}',
      ['c', 'd', 'e', 'f', 'h'],
    ],
    [
      '{% with a = b %}{{ a }}{% endwith %}{{ a is defined and x == y ~ z }}{{ xs[p:q] }}',
      ['b', 'a', 'x', 'y', 'z', 'xs', 'p', 'q'],
    ],
  ])('[J32] finds what %s reads', (source, expected) => {
    expect(findVariables(compile(source)).map((use) => use.path.join('.'))).toEqual(expected);
  });

  it('[J32] says where', () => {
    const source = 'Hi {{ customer.first_name }}';
    expect(findVariables(compile(source)).map((use) => source.slice(use.start, use.end))).toEqual([
      'customer.first_name',
    ]);
  });
});

describe('boundLength', () => {
  const isAscii = (text: string): boolean => text.split('').every((unit) => unit.charCodeAt(0) < 128);
  const facts = {
    attribute: ([, name]: readonly string[]) =>
      name === 'short' ? { longest: 5, isInSet: true, isText: true } : undefined,
    isInSet: isAscii,
  };

  it.each([
    ['abc', 3, 3, true],
    ['Hi {{ c.short }}!', 4, 9, true],
    ['{{ c.long }}', 0, 20_000, false],
    ['{% if x %}abc{% else %}a{% endif %}', 1, 3, true],
    ["{{ c.short|default('friend') }}{{ c.short[:2] }}", 0, 8, true],
    ['{% for i in [1, 2, 3] %}ab{% endfor %}', 6, 6, true],
    ['{% for i in xs %}ab{% endfor %}', 0, 20_000, true],
    ['é{{ 1 ~ "x" if y }}', 1, 3, false],
    ['{{ c.short|upper }}{{ c.short|truncate(1, true, "") }}', 0, 20, false],
    ['{% set c = {} %}{{ c.short }}', 0, 20_000, false],
  ])('[J33] bounds %s', (source, ...[least, most, isInSet]) => {
    expect(boundLength(compile(source), facts)).toEqual({ least, most, isInSet });
  });

  it('[J33] is left by no render', () => {
    const parts = fc.constantFrom(
      'a',
      '{{ c.short }}',
      '{{ c.short|trim }}',
      "{{ c.short ~ 'x' }}",
      '{{ c.short|upper }}',
      "{{ c.short|d('none') }}",
      '{% if c.short %}yes{% endif %}',
      '{{ c.short[1:3] }}',
      '{% for i in [1, 2] %}{{ c.short }}{% endfor %}',
      "{{ c.short if x else 'other' }}",
      '{{ c.short|truncate(2, true, "") }}',
      '{{ true }}{{ 1.0 }}',
      '{% filter trim %} {{ c.short }} {% endfilter %}',
    );
    const short = fc.string({ maxLength: 5, unit: fc.constantFrom('a', ' ', 'B', '1') });
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 6 }), short, fc.boolean(), (list, value, x) => {
        const template = compile(list.join(''));
        const rendered = renderTemplate(template, { c: { short: value }, x });
        const bounds = boundLength(template, facts);
        if (!rendered.ok) throw new Error(rendered.error.message);
        expect(rendered.text.length).toBeGreaterThanOrEqual(bounds.least);
        expect(rendered.text.length).toBeLessThanOrEqual(bounds.most);
        expect(!bounds.isInSet || isAscii(rendered.text)).toBe(true);
      }),
    );
  });
});

describe('createTemplateCache', () => {
  it('[J35] compiles once and forgets the least recently used', () => {
    const cache = createTemplateCache(2);
    const first = cache.compile('a');
    cache.compile('b');
    expect(cache.compile('a')).toBe(first);
    const second = cache.compile('b');
    cache.compile('a');
    cache.compile('c');
    expect(cache.compile('a')).toBe(first);
    expect(cache.compile('b')).not.toBe(second);
  });
});
