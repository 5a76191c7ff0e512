import { describe, expect, it } from 'vitest';
import { errorCodes, render } from './testing/render.ts';

/** Template and text, each as real Jinja2 3.1 renders it. */
const texts: readonly (readonly [rule: string, template: string, expected: string])[] = [
  ['J11', "{{ 'a\\n\\nb'|wordwrap(5) }}|{{ 'a\\n  \\nb'|wordwrap(5) }}|{{ ''|wordwrap }}", 'a\n\nb|a\n\nb|'],
  ['J11', "{{ 'a--b'|wordwrap(2) }}|{{ 'ab----cd-ef'|wordwrap(3) }}", 'a\n--\nb|ab-\n---\ncd-\nef'],
  ['J11', '{{ "o\'neil (ab-cd [ef 👋x ßa"|title }}', "O'neil (Ab-Cd [Ef 👋x SSa"],
  [
    'J11',
    "{{ 'a b/c?é&~_.-'|urlencode }} {{ {'a b': 'c/d é'}|urlencode }}",
    'a%20b/c%3F%C3%A9%26~_.- a+b=c%2Fd+%C3%A9',
  ],
  ['J11', '{{ 1.7e308|filesizeformat }} {{ (10**30)|filesizeformat }}', 'inf YB 1000000.0 YB'],
  ['J11', '{{ range(5)|random < 5 }}[{{ []|random }}]', 'True[]'],
  [
    'J11',
    "{{ '٣'|int }} {{ '１２'|int }} {{ '१२.५'|float }} {{ '²'|int }} {{ '-٣'|int }} {{ '𝟗'|int }}",
    '3 12 12.5 0 -3 9',
  ],
  [
    'J3',
    "{{ 15|round(-1, 'ceil') }} {{ 15|round(-1, 'floor') }} {{ -1.15|round(1, 'floor') }} {{ 5|round(400, 'floor') }}",
    '20.0 10.0 -1.2 5.0',
  ],
  [
    'J3',
    '{{ {2000: 1}[2000.0] }} {{ 2.0**60 in {2**60: 1} }} {{ 2**60 + 1 in {2.0**60: 1} }} {{ {(2**60, 1): 1}[(2.0**60, true)] }}',
    '1 True False 1',
  ],
  [
    'J3',
    '{{ [2**60, 2.0**60, 2**60 + 1, 0.5, 0.5, 1, true, 1.0, -0.0, 0]|unique|list }} {{ {-1024: 1, 1e999: 2}[-1024.0] }}',
    '[1152921504606846976, 1152921504606846977, 0.5, 1, -0.0] 1',
  ],
  ['J12', "{{ 'abc'.translate({97: 'x', 98: none, 99: 100}) }}", 'xd'],
  [
    'J12',
    "{{ 'abc'.translate('a'.maketrans('ab', 'xy', 'c')) }} {{ 'añ👋b'.translate('x'.maketrans('👋ñ', 'hn')) }}",
    'xy anhb',
  ],
  [
    'J12',
    "{{ 'a'.maketrans({'a': 'b', 99: none}) }} {{ 'a'.maketrans('ab', 'xy', 'é') }}",
    "{97: 'b', 99: None} {97: 120, 98: 121, 233: None}",
  ],
  ['J12', "{{ 'abc'.translate(['x'] * 98) }} {{ 'abc'.translate('y' * 98) }}", 'xbc ybc'],
  [
    'J12',
    "{{ 'aaaaa'.rsplit('aa', 1) }} {{ 'aaaaa'.split('aa', 1) }} {{ ' a b  c '.rsplit(none, 1) }} {{ ' a b  c '.split(none, 1) }}",
    "['aaa', ''] ['', 'aaa'] [' a b', 'c'] ['a', 'b  c ']",
  ],
  [
    'J12',
    "{{ ('abcdefghij' * 3).find('jabcdefghij') }} {{ ('abcdefghij' * 3).rfind('abcdefghij') }} {{ ('ab' * 9).count('abababab') }} {{ 'ab' * 5 in 'ab' * 6 }}",
    '9 20 2 True',
  ],
  [
    'J12',
    "{{ 'aaaaaaaaab'.replace('aaaaaaaab', 'X') }} {{ ('ab' * 9).rpartition('ababababab') }} {{ ('ab' * 9).split('babababab') }}",
    "aX ('abababab', 'ababababab', '') ['a', 'abababab']",
  ],
  ['J12', "{{ 'abcabc'.removeprefix('abc') }} {{ 'abc'.removesuffix('') }}", 'abc abc'],
  [
    'J12',
    '{{ (1.5).real }} {{ 5 .numerator }} {{ true.real }} {{ (1.0).imag }} {{ range(1, 9, 2).stop }}[{{ 5 .nope }}]',
    '1.5 5 1 0.0 9[]',
  ],
  [
    'J13',
    "{{ ('%.1090f' % 0.1)|length }} {{ ('%.1090e' % 0.1)[-8:] }} {{ '{:.1090f}'.format(5e-324)[1070:1080] }}",
    '1092 0000e-01 2656250000',
  ],
  ['J13', "{{ '%(a(b))s' % {'a(b)': 1} }}", '1'],
  [
    'J15',
    "{% autoescape true %}{{ '<a>'|replace('a', '<b>'|safe) }}{{ '<a>'|safe|replace('a', '<b>') }}{% endautoescape %}",
    '&lt;<b>&gt;<&lt;b&gt;>',
  ],
  [
    'J15',
    "{% autoescape true %}{{ '<a>'|safe|replace('<', '[') }}{{ '<a>'|replace('<'|safe, '[') }}{{ '<a>'|replace('<', '[') }}{% endautoescape %}",
    '[a>&lt;a&gt;[a&gt;',
  ],
  ['J9', '{% set name = 5 %}{% macro m(name=name) %}[{{ name }}]{% endmacro %}{{ m() }}', '[]'],
  ['J9', '{% macro m(a=b, b=2) %}[{{ a }}]{% endmacro %}{{ m() }}{{ m(b=3) }}{{ m(none) }}', '[][3][None]'],
  ['J9', '{% macro m(a=x) %}{{ a }}{% set x = 5 %}{{ x }}{% endmacro %}{% set x = 1 %}{{ m() }}', '15'],
];

describe('library', () => {
  it.each(texts)('[%s] %s', (_rule, template, expected) => {
    expect(render(template)).toBe(expected);
  });

  it.each([
    ["{{ 1e300|round(10, 'ceil') }}", 'value'],
    ["{{ 1.5|round(400, 'ceil') }}", 'value'],
    ["{{ (10**400)|round(1, 'ceil') }}", 'value'],
    ["{{ 1.5|round(-400, 'floor') }}", 'division_by_zero'],
  ])('[J3] cannot round %s', (template, code) => {
    expect(errorCodes(template)).toEqual([code]);
  });

  it.each([
    "{{ 'a'.maketrans('ab', 'x') }}",
    "{{ 'a'.maketrans({'ab': 'b'}) }}",
    "{{ 'a'.maketrans(5) }}",
    "{{ 'abc'.translate(5) }}",
    "{{ 'abc'.translate({97: 1114112}) }}",
    "{{ 'abc'.translate({97: 5.5}) }}",
    "{{ 'abc'.translate(missing) }}",
    "{{ 'abc'.split('') }}",
    '{{ 5|random }}',
  ])('[J12] refuses %s, as Python does', (template) => {
    expect(errorCodes(template)).toHaveLength(1);
  });
});
