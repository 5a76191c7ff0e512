import { describe, expect, it } from 'vitest';
import { compileTemplate } from './index.ts';
import type { TemplateError } from './index.ts';
import { render } from './testing/render.ts';

function errors(source: string, context: Readonly<Record<string, unknown>> = {}): readonly TemplateError[] {
  const result = render(source, context);
  return typeof result === 'string' ? [] : result;
}

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
    ['{% break %}', 'items[:3]'],
    ['{{ 1 / 0 }}', 'check the divisor'],
    ['{{ none|join }}', 'a list is needed'],
  ])('[J18] say how to mend %s', (source, words) => {
    const [error] = errors(source, { customer: { first_name: 'Jana' }, name: 'anna' });
    expect(error?.message).toContain(words);
  });
});
