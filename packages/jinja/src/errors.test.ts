import { describe, expect, it } from 'vitest';
import { compileTemplate } from './index.ts';
import type { TemplateError } from './index.ts';
import type { TemplateErrorCode } from './template-error.ts';
import { render } from './testing/render.ts';

function errors(source: string, context: Readonly<Record<string, unknown>> = {}): readonly TemplateError[] {
  const result = render(source, context);
  return typeof result === 'string' ? [] : result;
}

/** One mistake of every code: template, line, column and the text of its span. */
const places: Readonly<Record<TemplateErrorCode, readonly [string, number, number, string]>> = {
  syntax: ['Hi\n{{ name name }}', 2, 9, 'name'],
  unknown_filter: ['{{ name|uper }}', 1, 9, 'uper'],
  unknown_test: ['\n\n{{ 1 is evn }}', 3, 9, 'evn'],
  unknown_tag: ['a{% fro x in y %}', 1, 2, '{% fro'],
  not_supported: ["{% include 'x' %}", 1, 1, '{% include'],
  undefined: ['Hi {{ x.y.z }}!', 1, 7, 'x.y.z'],
  type: ["{{ 1 + 'a' }}", 1, 4, "1 + 'a'"],
  value: ["{{ 'a'|truncate(1) }}", 1, 8, 'truncate(1)'],
  division_by_zero: ['{% if 1 / 0 %}{% endif %}', 1, 7, '1 / 0'],
  template_too_long: ['x'.repeat(50_001), 1, 1, 'x'.repeat(50_001)],
  too_many_steps: ['{% for i in range(99999) %}{{ i|abs * 0 or "" }}{% endfor %}', 1, 33, 'abs'],
  output_too_long: ["a {{ 'ab' * 10001 }}", 1, 6, "'ab' * 10001"],
  too_much_memory: ["{{ 'a' * 2000001 }}", 1, 4, "'a' * 2000001"],
  too_deep: ['{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}', 1, 19, 'm()'],
  range_too_long: ['for {{ range(100001) }}', 1, 8, 'range(100001)'],
  number_too_big: ['{{ 2 ** 4097 }}', 1, 4, '2 ** 4097'],
};

describe('errors', () => {
  it('[J16] have a code, a place and a span', () => {
    expect(errors('Hi\r\n{{ name|captialize }}')).toEqual([
      {
        code: 'unknown_filter',
        message: "unknown filter 'captialize': did you mean 'capitalize'?",
        line: 2,
        column: 9,
        start: 12,
        end: 22,
      },
    ]);
  });

  it.each([
    { source: 'a\nb\n{{ 1 / 0 }}', line: 3, column: 4, text: '1 / 0' },
    { source: 'a\rb {{ x.y.z }}', line: 2, column: 6, text: 'x.y.z' },
    { source: "👋{{ 'a' + 1 }}", line: 1, column: 6, text: "'a' + 1" },
    { source: '{% if name.foo.bar %}{% endif %}', line: 1, column: 7, text: 'name.foo.bar' },
    { source: "{{ [1]|map('upper')|sum }}", line: 1, column: 21, text: 'sum' },
  ])('[J16] point at what failed in $source', ({ source, line, column, text }) => {
    const [error] = errors(source, { name: 'a', x: {} });
    expect(error).toMatchObject({ line, column });
    expect(source.slice(error?.start, error?.end)).toBe(text);
  });

  it.each(Object.entries(places).map(([code, place]) => [code, ...place] as const))(
    '[J16] point at %s in its place',
    (code, source, ...[line, column, text]) => {
      const [error] = errors(source, { name: 'a', x: {} });
      expect(error).toMatchObject({ code, line, column });
      expect(source.slice(error?.start, error?.end)).toBe(text);
    },
  );

  it.each([
    [
      '{{ customer.frist_name.x }}',
      "'customer.frist_name' has no value here, so '.x' cannot be read from it",
    ],
    ['{{ customer["nope"].x }}', `'customer["nope"]' has no value here`],
    [
      '{{ [customer.nope]|sum }}',
      "'customer.nope' has no value here: give it a fallback with |default('...')",
    ],
    ['{{ xs[5].name }}', "'xs[5]' has no value here, so '.name' cannot be read from it"],
    ['{{ name.foo() }}', "'name.foo' is not known here, so it cannot be used with brackets"],
    ['{{ (xs|last).x.y }}', "'x' has no value here"],
    ["{{ xs|map(attribute='a.b')|sum }}", "'a' has no value here"],
  ])('[J18] name the missing value as %s writes it', (source, words) => {
    const [error] = errors(source, { customer: { first_name: 'Jana' }, name: 'anna', xs: [1] });
    expect(error?.message).toContain(words);
  });

  it('[J17] are all listed, in the order of the source', () => {
    const source = "{{ a|nope }}{% if b is strnig %}{{ c = 1 }}{% endif %}{% include 'x' %}{{ 'open }}";
    expect(errors(source).map((error) => error.code)).toEqual([
      'unknown_filter',
      'unknown_test',
      'syntax',
      'not_supported',
      'syntax',
    ]);
  });

  it('[J17] stop at a hundred', () => {
    expect(errors('{{ a b }}'.repeat(500))).toHaveLength(100);
  });

  it('[J17] are found in branches that are never taken', () => {
    expect(compileTemplate('{% if false %}{{ x|nope }}{% endif %}').ok).toBe(false);
  });

  it.each([
    ['{{ name|captialize }}', "did you mean 'capitalize'?"],
    ['{{ 1 is evn }}', "did you mean 'even'?"],
    ['{{ x is None }}', "write 'none' in small letters"],
    ['{{ customer.frist_name.upper() }}', "did you mean 'first_name'?"],
    ['{{ custmer.first_name }}', "did you mean 'customer'?"],
    ['{% fro x in y %}', "did you mean 'for'?"],
    ['{% elseif x %}', "write 'elif'"],
    ['{% if a && b %}{% endif %}', "write 'and'"],
    ['{% if a || b %}{% endif %}', "write 'or'"],
    ['{% if !a %}{% endif %}', "write 'not'"],
    ['{{ a ? 1 : 2 }}', 'if condition else'],
    ['{% if a === 1 %}{% endif %}', "write '==' instead of '==='"],
    ['{% if a = 1 %}{% endif %}', "write '=='"],
    ['{{ a|default(‘x’) }}', 'straight quotes'],
    ['{{ name', "add '}}'"],
    ["{{ 'name }}", "add '"],
    ['{% if a %}', '{% endif %}'],
    ['{% if a %}{% endfor %}', "the open tag is 'if'"],
    ['{% endif %}', 'no opening tag'],
    ['{# note', "add '#}'"],
    ['{{ (1 + 2 }}', "')' is missing"],
    ["{{ 'a' + 1 }}", "join texts with '~'"],
    ['{{ name() }}', 'remove the parentheses'],
    ["{{ 'a'|truncate(lenght=5) }}", 'it knows s, length'],
    ['{% do x %}', '{% set'],
    ['{% unless x %}', '{% if not'],
    ['{% assign x = 1 %}', "write 'set'"],
    ['{% capture x %}', '{% set name %}'],
    ['{% comment %}', '{#'],
    ['{% case x %}', "'elif'"],
    ['{% foreach x in y %}', 'for item in items'],
    ["{{ name|date('Y') }}", "write from_timestamp('%d/%m/%Y')"],
    ['{{ name|upcase }}', "write 'upper'"],
    ['{{ name|size }}', "write 'length'"],
    ['{% break %}', 'items[:3]'],
    ['{{ 1 / 0 }}', 'check the divisor'],
    ['{{ none|join }}', 'a list is needed'],
  ])('[J18] say how to mend %s', (source, words) => {
    const [error] = errors(source, { customer: { first_name: 'Jana' }, name: 'anna' });
    expect(error?.message).toContain(words);
  });
});
