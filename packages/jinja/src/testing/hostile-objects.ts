import { each } from './each-attack.ts';

const big = 'x'.repeat(10_000_000);
const many: Record<string, number> = {};
for (let index = 0; index < 1_000_000; index += 1) many[`k${index}`] = index;
// The engine itself takes most of a second to list a million keys, so only what need not list them is asked of those.
const listed: Record<string, number> = {};
for (let index = 0; index < 30_000; index += 1) listed[`k${index}`] = index;
const sparse: unknown[] = [];
sparse.length = 4_000_000_000;

/** Fails the test that reads it: no method of the data may run. */
function forbidden(): never {
  throw new Error('a template ran code of its data');
}

// Getters and proxies are the caller's own way of giving data: they are read, and nothing else happens to them.
const answering: unknown = new Proxy(
  {},
  {
    get: () => 'answer',
    has: () => true,
    ownKeys: () => ['a', 'b'],
    set: forbidden,
    deleteProperty: forbidden,
  },
);
const proxied: unknown = new Proxy({ a: 1, b: { c: 2 } }, { set: forbidden, defineProperty: forbidden });
const accessors: unknown = Object.defineProperty({ plain: 1 }, 'lazy', {
  enumerable: true,
  get: () => 'made',
});

/** One attribute of ten megabytes. */
export const bigText = each(
  'big text',
  [
    '{{ customer.big }}',
    '{{ customer.big|length }}',
    '{{ customer.big|upper|length }}',
    '{{ customer.big|trim|length }}',
    '{{ customer.big.strip()|length }}',
    '{{ customer.big[::-1]|length }}',
    '{{ customer.big[:5] }}',
    '{{ customer.big[-1] }}',
    "{{ 'y' in customer.big }}",
    '{{ customer.big == customer.big }}',
    '{{ customer.big == customer.other }}',
    '{{ customer.big < customer.other }}',
    '{{ customer.big ~ customer.big }}',
    '{{ customer.big + customer.big }}',
    "{{ customer.big|replace('x', 'y')|length }}",
    "{{ customer.big.split('x')|length }}",
    '{{ customer.big|truncate(10) }}',
    '{{ customer.big|e|length }}',
    '{{ customer.big|striptags|length }}',
    '{{ customer.big|wordcount }}',
    '{{ customer.big|title|length }}',
    '{{ customer.big|int }}{{ customer.big|float }}',
    '{{ customer.big|list|length }}',
    '{{ customer.big|tojson|length }}',
    '{{ customer.big|urlencode|length }}',
    '{{ customer.big|urlize|length }}',
    '{{ customer.big|default("")|first }}',
    '{{ customer.big is lower }}{{ customer.big is string }}',
    '{% for c in customer.big %}{{ c }}{% endfor %}',
    '{% if customer.big %}yes{% endif %}',
    '{{ [customer.big] }}',
    '{{ {customer.big: 1} }}',
    '{{ customer[customer.big] }}',
    '{{ customer }}',
    '{{ customer|length }}',
    "{{ '%s' % customer.big }}",
    "{{ '{}'.format(customer.big) }}",
    '{{ customer.big % () }}',
    '{{ customer.big.format(1) }}',
    '{{ customer.big * 2 }}',
    "{{ customer.big.find('y') }}{{ customer.big.count('x') }}{{ customer.big.startswith('y') }}",
    '{{ customer.big|attr(customer.big) }}',
    '{{ [customer]|map(attribute=customer.big)|list }}',
    '{{ [1]|map(customer.big)|list }}',
    '{{ customer.big is filter }}',
    '{{ customer.big|nope }}',
    '{{ missing[customer.big] }}{{ customer.nope.x }}',
    '{{ customer[customer.big].x }}',
    '{{ customer.big.x.y }}',
    '{% autoescape true %}{{ customer.big }}{% endautoescape %}',
    '{% set x %}{{ customer.big }}{% endset %}{{ x|length }}',
    '{% filter upper %}{{ customer.big }}{% endfilter %}',
    '{% macro m(a) %}{{ a }}{% endmacro %}{{ m(customer.big)|length }}',
    '{{ customer.big|join(customer.big) }}',
    '{{ customer.big|from_timestamp }}{{ 1|from_timestamp(customer.big) }}',
    '{{ customer.big|wordwrap(1)|length }}{{ customer.big|center(20000000)|length }}',
    '{{ customer.big|batch(2)|list|length }}{{ customer.big|indent|length }}',
    '{{ customer.big.isalpha() }}{{ customer.big.upper()|length }}{{ customer.big.encode() }}',
    '{{ customer.big.removeprefix("x")|length }}{{ customer.big.partition("y")|length }}',
    '{{ customer.big|safe|length }}{{ customer.big|string|length }}{{ customer.big|pprint|length }}',
  ],
  { customer: { big, other: `${big.slice(1)}y` } },
);

/** Objects of JavaScript that are no plain data. */
export const strangeObjects = each(
  'object',
  [
    '{{ answering }}',
    '{{ answering.a }}{{ answering.constructor }}',
    "{{ answering['a'] }}{{ answering|length }}{{ answering.update(a=1) }}",
    '{{ [answering] }}{{ answering == answering }}',
    '{{ proxied }}{{ proxied.b.c }}{{ proxied.constructor }}',
    '{{ accessors }}',
    '{{ accessors.lazy }}',
    '{{ accessors.items()|list }}{{ accessors|tojson }}',
    '{{ sparse }}',
    '{{ sparse|length }}{{ sparse[0] }}{{ sparse|last }}',
    '{% for x in sparse %}{{ x }}{% endfor %}',
    '{{ map }}{{ map.a }}{{ map|length }}{{ map.size }}{{ map.get("a") }}',
    '{{ set }}{{ set|length }}{{ set.has }}{% for x in set %}{{ x }}{% endfor %}',
    '{{ bytes }}{{ bytes[0] }}{{ bytes|length }}{{ bytes.buffer }}',
    '{{ buffer }}{{ buffer.toString() }}{{ view }}',
    '{{ symbols }}{{ symbols|length }}{{ symbols|tojson }}',
    '{{ weak }}{{ promise }}{{ error }}{{ regexp }}{{ url }}{{ boxed }}{{ generator }}',
    '{{ promise.then }}{{ error.stack }}{{ regexp.source }}{{ boxed.valueOf() }}{{ url.href }}',
    '{{ date }}{{ date.getTime }}{{ date|tojson }}',
    '{{ frozen }}{{ frozen.update(b=2) }}{{ frozen }}',
    '{{ nothing }}{{ nothing.x }}{{ undefinedValue }}{{ symbol }}{{ big }}',
    '{{ many.k5 }}{{ many is mapping }}',
    "{{ 'k5' in many }}{{ 'z' in many }}{{ many.get('k7') }}",
    '{{ listed|length }}',
    '{{ listed }}',
    '{{ listed|tojson }}',
    '{% for k in listed %}{{ k }}{% endfor %}',
    '{{ listed|dictsort|first }}',
    '{{ listed.nope.x }}',
    '{{ nope.x }}',
    '{{ listed == listed }}{{ listed.keys()|first }}',
    '{{ nested.a.b.c }}{{ nested|tojson }}',
  ],
  {
    answering,
    proxied,
    accessors,
    sparse,
    many,
    listed,
    map: new Map<unknown, unknown>([
      ['a', 1],
      [2, 'two'],
      [{}, 'object'],
    ]),
    set: new Set([1, 2]),
    bytes: new Uint8Array(5_000_000),
    buffer: new ArrayBuffer(8),
    view: new DataView(new ArrayBuffer(8)),
    symbols: { [Symbol('secret')]: 1, [Symbol.toPrimitive]: forbidden, [Symbol.iterator]: forbidden, a: 1 },
    weak: new WeakMap(),
    promise: Promise.resolve(1),
    error: new Error('secret'),
    regexp: /a+/u,
    url: new URL('https://ex.am/'),
    boxed: Object('text') as unknown,
    generator: (function* () {
      yield forbidden();
    })(),
    date: new Date(0),
    frozen: Object.freeze({ a: 1, list: Object.freeze([1]) }),
    nothing: Object.create(null) as unknown,
    undefinedValue: undefined,
    symbol: Symbol('s'),
    big: 2n ** 100_000n,
    nested: { a: { b: new Map([['c', new Map([['toJSON', forbidden]])]]) } },
  },
);
