/** A template (and data) somebody could use to read what is not theirs, to stop the server or to fill its memory. */
export interface HostileTemplate {
  readonly name: string;
  readonly template: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** The same attack in several spellings; the name tells them apart. */
function each(
  name: string,
  templates: readonly string[],
  context?: HostileTemplate['context'],
): readonly HostileTemplate[] {
  return templates.map((template, index) => ({
    name: `${name} ${index + 1}`,
    template,
    ...(context === undefined ? {} : { context }),
  }));
}

const customer = { customer: { first_name: 'Jana', tags: ['vip'] }, name: 'anna' };

const prototypes = each(
  'prototype',
  [
    '{{ customer.constructor }}',
    '{{ customer.__proto__ }}',
    "{{ customer['__proto__'] }}",
    "{{ customer['constructor'] }}",
    '{{ customer.constructor.constructor("return process")() }}',
    "{{ ''.constructor.constructor('return 1')() }}",
    '{{ [].constructor }}',
    '{{ [].__proto__.push }}',
    '{{ {}.toString }}',
    '{{ {}.__defineGetter__ }}',
    "{{ {}.__defineGetter__('x', range) }}",
    '{{ {}.hasOwnProperty }}',
    '{{ customer.valueOf }}',
    '{{ name.constructor.name }}',
    '{{ range.constructor }}',
    "{{ range.constructor('return globalThis')() }}",
    '{{ range.call }}{{ range.apply }}{{ range.bind }}',
    '{{ dict.prototype }}',
    '{{ (1).constructor }}',
    '{{ true.constructor.prototype }}',
    "{{ name|attr('constructor') }}",
    "{{ customer|attr('__proto__') }}",
    "{{ [customer]|map(attribute='constructor')|list }}",
    "{{ [customer]|map(attribute='__proto__.polluted')|list }}",
    "{{ [customer]|groupby('__proto__')|list }}",
    "{{ [customer]|sort(attribute='constructor.name') }}",
    "{{ [customer]|selectattr('constructor')|list }}",
    '{% set x = namespace() %}{% set x.__proto__ = 5 %}{% set x.constructor = 1 %}{{ x.polluted }}',
    "{% set d = {'__proto__': {'polluted': 1}} %}{{ d.polluted }}{{ {}.polluted }}",
    '{{ dict(__proto__=1, constructor=2) }}',
    "{{ {}.update({'__proto__': {'polluted': true}}) }}{{ {}.polluted }}",
    "{{ customer.setdefault('__proto__', 1) }}",
    '{{ constructor }}{{ __proto__ }}{{ prototype }}{{ toString }}{{ hasOwnProperty }}',
    '{{ this }}{{ self }}{{ arguments }}{{ globalThis }}{{ window }}{{ process }}{{ require }}{{ module }}',
    "{{ '{0.constructor}'.format(name) }}",
    "{{ '{0.__class__.__mro__}'.format(customer) }}",
    "{{ '{x[__proto__]}'.format(x=customer) }}",
    "{{ '%(constructor)s' % customer }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    '{{ cycler.__init__.__globals__.os.popen("id").read() }}',
    '{{ lipsum.__globals__ }}',
    '{{ loop.constructor }}{% for x in [1] %}{{ loop.constructor }}{{ loop.__proto__ }}{% endfor %}',
    "{% macro m() %}{% endmacro %}{{ m.constructor }}{{ m.call.constructor('return 1') }}",
    '{{ "a".replace.constructor }}',
    "{{ 'x'|constructor }}",
    "{{ 'x'|__proto__ }}",
    '{{ 1 is constructor }}',
    "{{ [1]|map('constructor')|list }}",
    "{{ [1]|select('__proto__')|list }}",
  ],
  customer,
);

const codeInjection = each('code', [
  '{% set x = 1; process.exit(1) %}',
  '{{ name }}}});process.exit(1);(({{ }}',
  '{% for a\u2028b in [1] %}{% endfor %}',
  '{{ `${process.exit()}` }}',
  "{% include '/etc/passwd' %}",
  "{% import 'x' as y %}",
  "{% from 'x' import y %}",
  "{% extends 'x' %}",
  '{% block a %}{% endblock %}',
  '{% set r = r/(a+)+$/g %}',
]);

const sizes = each('size', [
  "{{ 'a' * 1000000000 }}",
  "{{ 'a' * 10**18 }}",
  '{{ [0] * 1000000000 }}',
  '{{ (1, 2) * 99999999999 }}',
  "{{ 'a'|center(2000000000) }}",
  "{{ 'a'.ljust(2000000000) }}{{ 'a'.zfill(10**9) }}",
  "{{ 'a'|indent(1000000000, true) }}",
  "{{ '%999999999d' % 1 }}",
  "{{ '%.999999999f' % 1.5 }}",
  "{{ '%*d' % (999999999, 1) }}",
  "{{ '{:999999999}'.format(1) }}",
  "{{ '{:.999999999f}'.format(0.1) }}",
  "{{ '{:{}}'.format(1, 999999999) }}",
  '{{ range(1000000000)|list }}',
  '{{ range(10**12) }}',
  '{% for i in range(1000000000) %}{% endfor %}',
  '{{ [1]|batch(1000000000, 0)|list }}',
  '{{ [1]|slice(1000000000)|list }}',
  "{% set x = 'aaaaaaaaaa' %}{% for i in range(50) %}{% set x = x ~ x %}{{ x|length }}{% endfor %}",
  "{% set ns = namespace(s='a') %}{% for i in range(60) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}{{ ns.s|length }}",
  '{% set ns = namespace(l=[1]) %}{% for i in range(60) %}{% set ns.l = ns.l + ns.l %}{% endfor %}',
  '{% set l = [1] %}{% for i in range(60) %}{% set _ = l.extend(l) %}{% endfor %}{{ l|length }}',
  "{% set ns = namespace(s='a') %}{% for i in range(60) %}{% set ns.s = ns.s.replace('a', 'aa') %}{% endfor %}",
  "{% set ns = namespace(s='a') %}{% for i in range(60) %}{% set ns.s = ns.s|replace('', ns.s) %}{% endfor %}",
  "{% set ns = namespace(l=['a']) %}{% for i in range(60) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l }}",
  "{% set ns = namespace(l=['a']) %}{% for i in range(60) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l|tojson }}",
  "{% set ns = namespace(l=['a']) %}{% for i in range(60) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l == ns.l }}{{ [ns.l] == [ns.l + []] }}",
  "{% set ns = namespace(l=['a']) %}{% for i in range(60) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l|pprint }}",
  "{{ ('x' * 1000).join(('y' * 1000)|list)|length }}",
  "{{ ('x' * 100000).split('x')|join('y' * 100000) }}",
  '{% set l = [] %}{% for i in range(100) %}{% for j in range(1000) %}{% set _ = l.append(i) %}{% endfor %}{% endfor %}{{ l }}',
  '{% for i in range(100000) %}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}',
  '{{ lipsum(n=100000) }}{{ lipsum(1, true, 10**9, 10**9) }}',
  "{{ {'a': 1}|tojson(indent=1000000000) }}",
  "{{ 'a b c'|wordwrap(1, wrapstring='x' * 1000000) }}",
  "{{ '\\t'.expandtabs(1000000000) }}",
]);

const numbers = each('number', [
  '{{ 10 ** 1000000000 }}',
  '{{ 2 ** 2 ** 2 ** 2 ** 2 ** 2 ** 2 }}',
  '{{ 9 ** 9 ** 9 ** 9 }}',
  '{% set ns = namespace(n=3) %}{% for i in range(99999) %}{% set ns.n = ns.n * ns.n %}{% endfor %}',
  '{% set n = 2 ** 4000 %}{% for i in range(99999) %}{% set x = n * 3 // 3 %}{% endfor %}{{ x }}',
  '{% set n = 2 ** 4000 %}{% for i in range(99999) %}{% set x = n|string %}{% endfor %}',
  "{{ ('9' * 1000000)|int }}",
  "{{ ('9' * 100000)|float }}",
  `{{ ${'9'.repeat(20_000)} }}`,
  `{{ 0x${'f'.repeat(20_000)} }}`,
  '{{ 1e308 * 10 }}{{ -1e308 * 10 }}{{ (1e308 * 10)|int }}',
  '{{ 5|round(10**9) }}{{ 5.5|round(-10**9) }}{{ 12345|round(-(10**9)) }}',
  "{{ 1.5|round(1000000, 'ceil') }}",
  '{{ 10|filesizeformat }}{{ (10**300)|filesizeformat }}',
]);

const time = each('time', [
  '{% for i in range(99999) %}{% for j in range(99999) %}{% for k in range(99999) %}{% endfor %}{% endfor %}{% endfor %}',
  '{% set l = [1] %}{% for x in l %}{% set _ = l.append(x) %}{% endfor %}',
  '{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}',
  '{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}',
  '{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(90) }}',
  '{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}',
  '{% for x in [1, 1] recursive %}{{ loop([1, 1]) }}{% endfor %}',
  "{{ ('a' * 100000)|trim('b') }}{{ (' ' * 100000 ~ 'x' ~ ' ' * 100000)|trim|length }}",
  "{{ ('<' * 100000)|striptags|length }}",
  "{{ ('<!--' * 30000)|striptags|length }}",
  "{{ ('&' * 100000)|striptags|length }}",
  "{{ ('http://' * 20000)|urlize|length }}",
  "{{ ('(' * 100000)|urlize|length }}",
  "{{ ('a@' * 50000)|urlize|length }}",
  "{{ ('a' * 100000)|wordwrap(1)|length }}",
  "{{ ('a-' * 50000)|wordwrap(3)|length }}",
  "{{ ('a' * 100000)|title|length }}{{ ('a ' * 50000)|wordcount }}",
  "{% set s = 'a' * 100000 %}{% for i in range(99999) %}{% set x = s[i] %}{% endfor %}",
  "{% set s = '👋' * 50000 %}{% for i in range(40000) %}{% set x = s[i] %}{% endfor %}",
  "{% set s = 'a' * 100000 %}{% for i in range(99999) %}{% set x = 'b' in s %}{% endfor %}",
  "{% set s = 'a' * 100000 %}{% set t = 'a' * 100000 %}{% for i in range(99999) %}{% set x = s == t %}{% endfor %}",
  "{% set s = 'a' * 100000 %}{% for i in range(99999) %}{% set x = s|upper %}{% endfor %}",
  "{% set s = 'a' * 100000 %}{% for i in range(99999) %}{% set x = s|length %}{% endfor %}",
  '{% set l = range(50000)|list %}{% for i in l %}{% set x = -1 in l %}{% endfor %}',
  '{% set l = range(50000)|list %}{% for i in l %}{% set x = l|sort(reverse=true) %}{% endfor %}',
  '{% set l = range(50000)|list %}{% for i in l %}{% set x = l.pop(0) %}{% endfor %}',
  '{% set l = [] %}{% for i in range(50000) %}{% set _ = l.insert(0, i) %}{% endfor %}',
  '{% set l = range(50000)|list %}{% for i in l %}{% set x = l[:] %}{% endfor %}',
  '{% set d = dict(a=1) %}{% for i in range(90000) %}{% set _ = d.update({i: i}) %}{% set x = d.popitem() %}{% endfor %}',
  '{% set d = {} %}{% for i in range(30000) %}{% set _ = d.setdefault(i, i) %}{% endfor %}{% for i in range(30000) %}{% set x = d|list|length %}{% endfor %}',
  '{{ range(99999)|map("string")|map("length")|select|list|length }}',
  '{{ range(99999)|map("range")|list|length }}',
  "{% set s = 'a' * 1000 %}{% for i in range(90000) %}{% set x = '%s' % s %}{% endfor %}",
  "{% for i in range(90000) %}{% set x = '%.300f' % 1e-300 %}{% endfor %}",
  '{% for i in range(90000) %}{% set x = 5e-324|round(320) %}{% endfor %}',
  "{% for i in range(90000) %}{% set x = 1477229914|from_timestamp('%c', 'Europe/Prague') %}{% endfor %}",
  "{% for i in range(90000) %}{% set x = 1477229914|from_timestamp('US') %}{% endfor %}",
  "{{ ('{}' * 50000).format(*range(50000)) }}",
  "{{ ('{' * 100000).format() }}",
  "{{ ('%' * 99999) % () }}",
]);

const depth = each('depth', [
  `{{ ${'('.repeat(10_000)}1${')'.repeat(10_000)} }}`,
  `{{ ${'['.repeat(10_000)}${']'.repeat(10_000)} }}`,
  `{{ ${'{1:'.repeat(8_000)}1${'}'.repeat(8_000)} }}`,
  `{{ ${'-'.repeat(20_000)}1 }}`,
  `{{ ${'not '.repeat(10_000)}1 }}`,
  `{{ 1${' + 1'.repeat(10_000)} }}`,
  `{{ 1${' ~ 1'.repeat(10_000)} }}`,
  `{{ 1${' ** 1'.repeat(8_000)} }}`,
  `{{ x${'.a'.repeat(20_000)} }}`,
  `{{ x${'[0]'.repeat(12_000)} }}`,
  `{{ x${'()'.repeat(20_000)} }}`,
  `{{ 'a'${'|e'.repeat(20_000)} }}`,
  `{{ 1${' is defined'.repeat(4_000)} }}`,
  `{{ 1${' if 1 else 1'.repeat(4_000)} }}`,
  `{{ 1${' if 1'.repeat(8_000)} }}`,
  `{{ 1${' and 1'.repeat(8_000)} }}`,
  `{{ 1${' < 1'.repeat(10_000)} }}`,
  `{{ a(${'a('.repeat(10_000)} }}`,
  `${'{% if 1 %}'.repeat(4_000)}`,
  `${'{% if 1 %}'.repeat(2_000)}${'{% endif %}'.repeat(2_000)}`,
  `{% if 0 %}${'{% elif 0 %}'.repeat(3_000)}{% endif %}`,
  `${'{% for x in [1] %}'.repeat(2_500)}`,
  `${'{% macro m() %}'.repeat(2_500)}`,
  `${'{% call m() %}'.repeat(2_500)}`,
  `${'{% filter upper %}'.repeat(2_500)}`,
  `{% for ${'('.repeat(9_000)}a${')'.repeat(9_000)} in x %}{% endfor %}`,
  '{% set l = [] %}{% set _ = l.append(l) %}{{ l }}',
  '{% set l = [] %}{% set _ = l.append(l) %}{{ l|tojson }}{{ l|pprint }}',
  '{% set d = {} %}{% set _ = d.update(d=d) %}{{ d }}',
  '{% set a = [] %}{% set _ = a.append(a) %}{% set b = [] %}{% set _ = b.append(b) %}{{ a == b }}{{ a < b }}',
  '{% set ns = namespace(l=[]) %}{% for i in range(5000) %}{% set ns.l = [ns.l] %}{% endfor %}{{ ns.l }}',
  '{% set ns = namespace(l=()) %}{% for i in range(5000) %}{% set ns.l = (ns.l,) %}{% endfor %}{{ {ns.l: 1} }}',
  "{% set ns = namespace(l='a'|list) %}{% for i in range(5000) %}{% set ns.l = ns.l|map('upper') %}{% endfor %}{{ ns.l|list }}",
]);

const lexing = each('lexing', [
  '{{'.repeat(20_000),
  '{%'.repeat(20_000),
  '{#'.repeat(20_000),
  '{{ "'.repeat(10_000),
  "{{ '\\".repeat(10_000),
  '{% raw %}'.repeat(5_000),
  '{%- raw -%}{%'.repeat(3_000),
  `${'{'.repeat(49_000)}`,
  `{{ ${'a'.repeat(49_000)}`,
  `{{ "${'\\'.repeat(49_000)}`,
  `{% ${' '.repeat(49_000)}`,
  `{%-${' '.repeat(20_000)}raw${' '.repeat(20_000)}-%}`,
  '{{ !'.repeat(12_000),
  '{{ }}'.repeat(9_000),
  '{{ a b }}'.repeat(5_000),
  '{% x %}'.repeat(6_000),
  `${'\n'.repeat(20_000)}{{ a b }}${'\n'.repeat(20_000)}`,
  '{{ 1_'.repeat(10_000),
  '{{ \u0000 }}{{ \uD800 }}{{ \uDFFF }}\uFFFE',
  "{{ '\\N{NOT A NAME}' }}{{ '\\U99999999' }}{{ '\\x' }}",
]);

/** A list that contains itself, and objects nested deeper than any budget. */
function selfContaining(): Readonly<Record<string, unknown>> {
  const list: unknown[] = [];
  list.push(list);
  const object: Record<string, unknown> = {};
  object['self'] = object;
  let deep: unknown = 'bottom';
  for (let level = 0; level < 20_000; level += 1) deep = [deep];
  let deepObject: unknown = 'bottom';
  for (let level = 0; level < 20_000; level += 1) deepObject = { a: deepObject };
  return { list, object, deep, deepObject };
}

const hostileText = `${' '.repeat(100_000)}x`;

const data: readonly HostileTemplate[] = [
  ...each(
    'data',
    [
      '{{ list }}',
      '{{ object }}',
      '{{ deep }}',
      '{{ deepObject }}',
      '{{ deepObject|tojson }}',
      '{{ object == object }}',
      '{{ deep == deep }}',
      '{{ [deepObject] == [deepObject] }}',
    ],
    selfContaining(),
  ),
  ...each(
    'text data',
    [
      '{{ t|trim }}',
      '{{ t|striptags }}',
      '{{ t|urlize|length }}',
      '{{ t|wordwrap }}',
      '{{ t|title|length }}',
      '{{ t.split()|length }}',
      '{{ t }}',
      '{{ t|int }}{{ t|float }}',
      "{{ t|replace(' ', t)|length }}",
    ],
    { t: hostileText },
  ),
  ...each(
    'tag data',
    [
      '{{ t|striptags|length }}',
      '{{ t|striptags|trim|length }}',
      '{{ t|urlize|length }}',
      '{{ t|e|length }}',
    ],
    { t: '<!--&lt;<'.repeat(15_000) },
  ),
  ...each(
    'template in data',
    [
      '{{ t }}',
      '{% set x %}{{ t }}{% endset %}{{ x }}',
      "{{ '{t}'.format(t=t) }}",
      "{{ '%s' % t }}",
      '{{ [t] }}',
    ],
    { t: '{{ 7 * 7 }}{% for i in range(9) %}x{% endfor %}${7*7}' },
  ),
  ...each(
    'keys',
    [
      '{{ o }}',
      '{{ o.polluted }}',
      '{{ o.items()|list }}',
      '{{ o|tojson }}',
      '{% for k in o %}{{ k }}{% endfor %}',
    ],
    {
      o: JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 2, "toString": 3, "1": "one"}') as unknown,
    },
  ),
  ...each(
    'functions',
    [
      '{{ f }}',
      '{{ f() }}',
      '{{ f.call() }}',
      '{{ [1]|map(f)|list }}',
      '{{ o.f() }}',
      '{{ o.constructor() }}',
    ],
    { f: () => 'called', o: { f: () => 'called' } },
  ),
  ...each(
    'numbers as data',
    [
      '{{ n }}{{ m }}{{ i }}',
      '{{ n|int }}',
      '{{ n|round }}',
      "{{ '%d' % n }}",
      '{{ [n, m, i]|sort }}',
      '{{ m * m * m }}',
    ],
    { n: Number.NaN, m: 2 ** 1000, i: -Infinity },
  ),
  ...each(
    'long list',
    [
      '{{ l }}',
      '{{ l|length }}',
      '{{ l|sum }}',
      '{% for x in l %}{% for y in l %}{% endfor %}{% endfor %}',
      "{{ l|sort|join('-') }}",
    ],
    { l: Array.from({ length: 300_000 }, (_, index) => index) },
  ),
];

/** Every attack of the list. */
export const hostileTemplates: readonly HostileTemplate[] = [
  ...prototypes,
  ...codeInjection,
  ...sizes,
  ...numbers,
  ...time,
  ...depth,
  ...lexing,
  ...data,
];
