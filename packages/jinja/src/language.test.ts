import { describe, expect, it } from 'vitest';
import { errorCodes, render } from './testing/render.ts';

const context = { name: 'anna', xs: [3, 1, 2], none_value: null, customer: { items: 5, first_name: 'Jana' } };

/** Template and text, each as real Jinja2 3.1 renders it with the context above. */
const texts: readonly (readonly [rule: string, template: string, expected: string])[] = [
  ['J15', '{% macro m() %}{{ "<" }}{% endmacro %}{% autoescape true %}{{ m() }}{% endautoescape %}', '<'],
  ['J15', '{% autoescape xs %}{{ "<" }}{{ "<" ~ "<b>"|safe }}{% endautoescape %}', '&lt;&lt;&lt;b&gt;'],
  ['J8', '{% for x in xs %}{{ loop }}{% endfor %}', '<LoopContext 1/3><LoopContext 2/3><LoopContext 3/3>'],
  [
    'J3',
    '{{ 1250 / 12345678901234567890 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 0 // -3 }}',
    '1.0125000091125e-16 -4 2 0',
  ],
  [
    'J13',
    "{{ '{:{}.{}f}'.format(2.675, 9, 2) }}{{ '{:z.1f}'.format(-0.01) }}{{ '%a' % 'é' }}",
    "     2.670.0'\\xe9'",
  ],
  [
    'J13',
    "{{ '{:#.0%}'.format(42) }} {{ '{:.1}'.format(1.0) }} {{ '{:08_}'.format(1234) }}",
    '4200.% 1e+00 0_001_234',
  ],
  [
    'J4',
    "{{ 'ﬁn'.casefold() }} {{ 'ᾀ'.title() }} {{ 'ΑΣ'.title() }} {{ 'ǅ'.swapcase() }} {{ '①'.isdigit() }}",
    'fin ᾈ Ας ǅ True',
  ],
  ['J12', '{{ range(5).index(3) }} {{ range(0, 9, 2).count(4) }} {{ (5).bit_length() }}', '3 1 3'],
  [
    'J11',
    "{{ ('ab ' * 30)|pprint }}",
    "('ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab ab '\n 'ab ab ab ab ab ')",
  ],
  ['J11', "{{ '&NotEqualTilde; &amp &copy2 &#128; &hearts;'|striptags }}", '≂̸ & ©2 € ♥'],
  ['J2', '{{ 2 + 3 ~ 4 }}|{{ 2 * 3 ~ 4 }}', ''],
  ['J2', '{{ 2 ** 3 ** 2 }} {{ -2 ** 2 }} {{ -5|abs }} {{ 2 + 2 is even }}', '64 4 5 3'],
  ['J2', '{{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }} {{ not 1 in [2] }}', 'True False True'],
  ['J2', "{{ 'a' 'b' }} {{ 1 if 0 else 2 if 0 else 3 }}", 'ab 3'],
  [
    'J3',
    '{{ 10 / 2 }} {{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 7.5 // 2 }} {{ -0.4|round }}',
    '5.0 3 -4 2 3.0 -0.0',
  ],
  [
    'J3',
    '{{ 2.675|round(2) }} {{ 0.5|round }} {{ 1.5|round }} {{ 15|round(-1) }} {{ 25|round(-1) }}',
    '2.67 0.0 2.0 20 20',
  ],
  [
    'J3',
    '{{ 2 ** 100 }} {{ 9007199254740993 + 0 }} {{ 9007199254740991 + 2 }}',
    '1267650600228229401496703205376 9007199254740993 9007199254740993',
  ],
  [
    'J3',
    '{{ 1e16 }} {{ 0.0001 }} {{ 0.00001 }} {{ 1.0 }} {{ 0 * -1 }} {{ 0.0 * -1 }}',
    '1e+16 0.0001 1e-05 1.0 0 -0.0',
  ],
  [
    'J4',
    "{{ 'a👋b'|length }} {{ 'a👋b'[1] }} {{ 'a👋b'[::-1] }} {{ 'a👋b'|truncate(3, true, '', 0) }} {{ 'a👋b'.find('b') }}",
    '3 👋 b👋a a👋b 2',
  ],
  [
    'J5',
    '{{ True }} {{ none }} {{ [] or 0 or "" or {} or "x" }} {{ 1 == "1" }} {{ 1 == 1.0 }} {{ "" == 0 }}',
    'True None x False True False',
  ],
  ['J5', '{{ [none, true, "it\'s", 1.0, (1,)] }}', '[None, True, "it\'s", 1.0, (1,)]'],
  [
    'J6',
    '[{{ missing }}] [{% for x in missing %}x{% else %}none{% endfor %}] {{ missing == other }} {{ missing is defined }}',
    '[] [none] True False',
  ],
  ['J7', '{% set x = 1 %}{% for i in xs %}{% set x = i %}{% endfor %}{{ x }}', '1'],
  ['J7', '{% for i in [1, 2] %}{{ x }}{% set x = i %}{{ x }}{% endfor %}[{{ x }}]', '12[]'],
  ['J7', '{% if true %}{% set x = 1 %}{% endif %}{{ x }}{% with x = 2 %}{{ x }}{% endwith %}{{ x }}', '121'],
  [
    'J7',
    '{% set ns = namespace(n=0) %}{% for i in xs %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}',
    '6',
  ],
  ['J7', '{% for i in [1] %}{{ name }}{% endfor %}{% set name = "x" %}|{{ name }}', '|x'],
  ['J7', '{% for i in [1] %}{{ none_value }}{% endfor %}{% set y = none %}{{ y }}', 'NoneNone'],
  [
    'J8',
    '{% for x in xs %}{{ loop.index }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.previtem }}{{ loop.changed(1) }} {% endfor %}',
    '12TrueTrue 21False3False 30False1False ',
  ],
  [
    'J8',
    '{% for x in [1, [2, [3]]] recursive %}{% if x is number %}{{ x }}@{{ loop.depth }} {% else %}{{ loop(x) }}{% endif %}{% endfor %}',
    '1@1 2@2 3@3 ',
  ],
  ['J8', '{% for x in xs if x > 1 %}{{ loop.index }}/{{ loop.length }} {% endfor %}', '1/2 2/2 '],
  [
    'J9',
    "{% macro m(a, b=a ~ '!') %}{{ a }}{{ b }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1) }} {{ m(1, 2, 3, c=4) }}",
    "11!(){} 12(3,){'c': 4}",
  ],
  ['J9', '{% macro m() %}<{{ caller(7) }}>{% endmacro %}{% call(x) m() %}n{{ x }}{% endcall %}', '<n7>'],
  ['J9', '{% macro m(a) %}{{ a }}{% endmacro %}{{ m(none) }}', 'None'],
  ['J10', ' a {{- 1 -}} b {%- if true +%} c{% endif %}\n', ' a1b c'],
  ['J10', 'a\r\nb\rc\n\n', 'a\nb\nc\n'],
  ['J10', '{%- raw -%}  {{ x }}  {%- endraw -%}  .', '{{ x }}.'],
  [
    'J12',
    "{{ customer['items'] }} {{ customer.first_name.upper() }} {{ 'a,b'.split(',') }} {{ {'a': 1}.get('b', 2) }}",
    "5 JANA ['a', 'b'] 2",
  ],
  [
    'J12',
    '{{ customer.items is callable }} {{ customer.items()|list|length }} {{ xs.index(1) }} {{ (1, 1).count(1) }}',
    'True 2 1 2',
  ],
  ['J12', "{{ {'a': none}.get('a', 5) }} {{ {'a': none}.a }}", 'None None'],
  [
    'J13',
    "{{ '%05.1f|%-4s|%x|%+d|%%|%(a)s' % {'a': 1} if false else '%05.1f|%-4s|%x|%+d|%%' % (2.25, 'ab', 255, 3) }}",
    '002.2|ab  |ff|+3|%',
  ],
  [
    'J13',
    "{{ '{:,.2f} {:>5} {:^7} {:+} {:.0%} {!r} {a[0]}'.format(1234.5, 'x', 'mid', 5, 0.5, 'q', a=xs) }}",
    "1,234.50     x   mid   +5 50% 'q' 3",
  ],
  [
    'J13',
    "{{ '{:08.3f} {:e} {:g} {:b} {:_}'.format(3.14159, 12345.678, 0.00001, 5, 1234567) }}",
    '0003.142 1.234568e+04 1e-05 101 1_234_567',
  ],
  [
    'J15',
    "{% autoescape true %}{{ '<' }}{{ '<'|safe }}{{ '<'|e }}{{ ['<']|join('&') }}{% endautoescape %}{{ '<' }}",
    '&lt;<&lt;&lt;<',
  ],
];

describe('language', () => {
  it.each(texts.filter(([, , expected]) => expected !== ''))('[%s] %s', (_rule, template, expected) => {
    expect(render(template, context)).toBe(expected);
  });

  it('[J7] takes a long list of alternatives', () => {
    const branches = Array.from({ length: 300 }, (_, index) => `{% elif n == ${index} %}${index}`);
    expect(render(`{% if false %}${branches.join('')}{% endif %}`, { n: 299 })).toBe('299');
  });

  it.each(['{{ 2 + 3 ~ 4 }}', "{{ 'a' + 1 }}", '{{ 10 / 2 is float }}'])(
    '[J2] binds so that %s fails',
    (template) => {
      expect(errorCodes(template)).toHaveLength(1);
    },
  );

  it.each([
    '{{ missing + 1 }}',
    '{{ missing > 1 }}',
    '{{ missing.a }}',
    '{{ missing() }}',
    '{{ missing|int }}',
    '{{ "%d" % missing }}',
  ])('[J6] fails on %s', (template) => {
    expect(errorCodes(template)).not.toEqual([]);
  });

  it.each(['{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}', '{% macro m(a) %}{% endmacro %}{{ m(b=1) }}'])(
    '[J9] refuses arguments a macro does not take: %s',
    (template) => {
      expect(errorCodes(template)).toEqual(['type']);
    },
  );

  it('[J11] has every filter and test of Jinja2 by name', () => {
    const filters =
      'abs attr batch capitalize center count d default dictsort e escape filesizeformat first float forceescape format groupby indent int items join last length list lower map max min pprint random reject rejectattr replace reverse round safe select selectattr slice sort string striptags sum title tojson trim truncate unique upper urlencode urlize wordcount wordwrap xmlattr from_timestamp';
    const tests =
      'boolean callable defined divisibleby eq equalto escaped even false filter float ge greaterthan gt in integer iterable le lessthan lower lt mapping ne none number odd sameas sequence string test true undefined upper';
    expect(filters.split(' ').filter((name) => render(`{{ '${name}' is filter }}`) !== 'True')).toEqual([]);
    expect(tests.split(' ').filter((name) => render(`{{ '${name}' is test }}`) !== 'True')).toEqual([]);
    for (const name of ['shout', 'constructor', '__proto__', 'toString'])
      expect(render(`{{ '${name}' is filter }}{{ '${name}' is test }}`)).toBe('FalseFalse');
  });

  it('[J13] cannot reach attributes from a format', () => {
    expect(errorCodes("{{ '{0.upper}'.format('a') }}")).toEqual(['value']);
  });

  it.each(['include', 'import', 'from', 'extends', 'block', 'trans'])('[J14] refuses %s', (tag) => {
    expect(errorCodes(`{% ${tag} 'x' %}`)).toEqual(['not_supported']);
  });
});
