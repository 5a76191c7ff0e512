import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boundText,
  compileTemplate,
  createTemplateCache,
  findVariables,
  listLibrary,
  renderTemplate,
  scanTemplate,
} from './index.ts';
import type { SetSide, Template } from './index.ts';

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
    ['{% if a %}{% set x = 1 %}{% elif b %}{% set x = 2 %}{% endif %}{{ x }}', ['a', 'b', 'x']],
    [
      '{% if a %}{% set x = 1 %}{% elif b %}{% set x = 2 %}{% else %}{% set x = 3 %}{% endif %}{{ x }}',
      ['a', 'b'],
    ],
    [
      '{% set x = 1 %}{% if a %}{% set y = 2 %}{% else %}{{ x }}{{ y }}{% endif %}{{ x }}{{ y }}',
      ['a', 'y', 'y'],
    ],
    [
      '{% for i in xs %}{% set y = 1 %}{{ y }}{% else %}{{ i }}{% endfor %}{{ y }}{{ i }}',
      ['xs', 'i', 'y', 'i'],
    ],
    ['{% macro m(a=b, b=a, c=d) %}{% set e = 1 %}{% endmacro %}{{ e }}{{ b }}', ['d', 'e', 'b']],
    [
      '{% macro m() %}{{ m2() }}{% endmacro %}{% call(x=y, y=1) m() %}{{ x }}{{ z }}{% endcall %}',
      ['m2', 'z'],
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

describe('boundText', () => {
  const isAscii = (text: string): boolean => text.split('').every((unit) => unit.charCodeAt(0) < 128);
  const facts = {
    attribute: ([, name]: readonly string[]) =>
      name === 'short' ? { longest: 5, isInSet: true, isText: true } : undefined,
    sideOf: (text: string) => (isAscii(text) ? 'inside' : 'outside') as SetSide,
  };

  it.each<[string, number, number, SetSide]>([
    ['abc', 3, 3, 'inside'],
    ['Hi {{ c.short }}!', 4, 9, 'inside'],
    ['{{ c.long }}', 0, 20_000, 'unclear'],
    ['é{{ c.long }}', 1, 20_000, 'outside'],
    ['{% if x %}abc{% else %}a{% endif %}', 1, 3, 'inside'],
    ['{% if x %}é{% endif %}', 0, 1, 'unclear'],
    ['{% if x %}é{% else %}ě{% endif %}', 1, 1, 'outside'],
    ["{{ c.short|default('friend') }}{{ c.short[:2] }}", 0, 10, 'inside'],
    ['{% for i in [1, 2, 3] %}ab{% endfor %}', 6, 6, 'inside'],
    ['{% for i in [1, 2, 3] %}é{% endfor %}', 3, 3, 'outside'],
    ['{% for i in xs %}é{% endfor %}', 0, 20_000, 'unclear'],
    ['{% for i in xs %}ab{% endfor %}', 0, 20_000, 'inside'],
    ['é{{ 1 ~ "x" if y }}', 1, 3, 'outside'],
    ['{{ c.short|upper }}{{ c.short|truncate(1, true, "") }}', 0, 20, 'unclear'],
    ['{{ c.short|truncate(9, true, "é") }}', 0, 6, 'unclear'],
    ['{% set c = {} %}{{ c.short }}', 0, 20_000, 'unclear'],
    // What the template changes itself, nobody knows.
    ["{% set _ = c.update({'short': 'x' * 500}) %}{{ c.short }}", 0, 20_000, 'unclear'],
    ["{% if c.short.append('y') %}{% endif %}{{ c.short }}", 0, 20_000, 'unclear'],
    ["{% set d = c %}{% if d.pop('short') %}{% endif %}{{ c.short }}", 0, 20_000, 'unclear'],
    ["{% set f = c.update %}{% if f(short='yyyyyyyyy') %}{% endif %}{{ c.short }}", 0, 20_000, 'unclear'],
    ["{% if (c|attr('update'))(short='yyyyyyy') %}{% endif %}{{ c.short }}", 0, 20_000, 'unclear'],
    ["{% if c['up' ~ 'date'](short='yyyyyyy') %}{% endif %}{{ c.short }}", 0, 20_000, 'unclear'],
    [
      "{% macro m(f) %}{{ f(short='é' * 9) }}{% endmacro %}{{ m(c.update) }}{{ c.short }}",
      0,
      20_000,
      'unclear',
    ],
    [
      '{% macro m(a) %}{{ a }}{% endmacro %}{% if c.short.upper() is string %}{{ c.short }}{% endif %}',
      0,
      5,
      'inside',
    ],
    ["{% for i in range(2) %}{{ loop.cycle('a', 'b') }}{% endfor %}{{ c.short }}", 0, 20_000, 'unclear'],
    ["{% if c.tags.index('a') %}{{ c.short }}{% endif %}", 0, 5, 'inside'],
    ['{% autoescape true %}é<{% endautoescape %}', 2, 12, 'unclear'],
    ['{{ c.short[0:2:1] }}{{ c.short[:2:2] }}', 0, 8, 'inside'],
    ['{{ c.short[-1:2:-1] }}', 0, 20_000, 'unclear'],
    ['{{ c.short[:1:step] }}', 0, 20_000, 'unclear'],
  ])('[J33] bounds %s', (source, ...[least, most, side]) => {
    expect(boundText(compile(source), facts)).toEqual({ least, most, side });
  });

  it('[J33] measures in the units asked for', () => {
    const double = {
      ...facts,
      measure: (text: string) => ({ least: text.length, most: text.length * 3 }),
      mostPerCharacter: 3,
    };
    expect(boundText(compile('ab{{ c.short[:1] }}'), double)).toEqual({ least: 2, most: 9, side: 'inside' });
    expect(boundText(compile('{{ c.long }}'), double).most).toBe(60_000);
  });

  it('[J33] is left by no render', () => {
    const parts = fc.constantFrom(
      'a',
      'é',
      '{{ c.short }}',
      '{{ c.long }}',
      '{{ c.short|trim }}',
      "{{ ' é '|trim }}{{ '\u00a0'|trim }}",
      "{{ c.short ~ 'x' }}",
      '{{ c.short|upper }}',
      "{{ c.short|d('none') }}",
      '{% if c.short %}yes{% endif %}',
      '{% if x %}é{% else %}ö{% endif %}',
      '{{ c.short[1:3] }}',
      "{{ (c.long ~ 'abcde')[:2:-1] }}{{ c.short[:4:2] }}",
      '{% for i in [1, 2] %}{{ c.short }}ě{% endfor %}',
      '{% for i in [1, 2] if x %}ě{% else %}e{% endfor %}',
      "{{ c.short if x else 'öther' }}",
      '{{ c.short|truncate(2, true, "") }}',
      "{{ 'éa'|truncate(1, true, 'x') }}",
      '{{ true }}{{ 1.0 }}',
      '{% filter trim %} {{ c.short }} {% endfilter %}',
      '{% autoescape true %}{{ c.short }}<{% endautoescape %}',
      '{% macro m(c) %}é{{ c.short }}{% endmacro %}{{ m({"short": "long and longer"}) }}',
      "{% if c.update({'short': c.long ~ 'ě'}) %}{% endif %}",
      "{% set f = c.update %}{% if f(short='é' * 99) %}{% endif %}",
    );
    const short = fc.string({ maxLength: 5, unit: fc.constantFrom('a', ' ', 'B', '1', '<') });
    const long = fc.string({ unit: 'binary' });
    const anyContext = fc.record({ c: fc.record({ short, long }), x: fc.boolean() });
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 6 }), anyContext, (list, context) => {
        const template = compile(list.join(''));
        const rendered = renderTemplate(template, context);
        const bounds = boundText(template, facts);
        if (!rendered.ok) throw new Error(rendered.error.message);
        expect(rendered.text.length).toBeGreaterThanOrEqual(bounds.least);
        expect(rendered.text.length).toBeLessThanOrEqual(bounds.most);
        const side = isAscii(rendered.text) ? 'inside' : 'outside';
        expect([side, 'unclear']).toContain(bounds.side);
      }),
      { numRuns: 2_000 },
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

describe('listLibrary', () => {
  const { filters, tests, functions, tags } = listLibrary();
  const isKnown = (source: string): boolean => {
    const compiled = compileTemplate(source);
    return (
      compiled.ok || compiled.errors.every(({ code }) => !['unknown_filter', 'unknown_test'].includes(code))
    );
  };

  it('[J36] names what a template can use', () => {
    expect(filters.filter((name) => !isKnown(`{{ x | ${name} }}`))).toEqual([]);
    expect(tests.filter((name) => /^\w/.test(name) && !isKnown(`{{ x is ${name} }}`))).toEqual([]);
    expect(functions).toContain('range');
    expect(tags).toContain('for');
    expect(isKnown('{{ x | nothing_like_this }}')).toBe(false);
  });
});
