import type { HostileTemplate } from './each-attack.ts';
import { each } from './each-attack.ts';

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

/** The lowest bits that V8 leaves of a whole number when it places it in a table; no secret goes into them. */
function placeOf(number: number): number {
  let hash = ~number + (number << 15);
  hash ^= hash >>> 12;
  hash += hash << 2;
  hash ^= hash >>> 4;
  hash = Math.imul(hash, 2057);
  return (hash ^ (hash >>> 16)) & 0xfff;
}

/** Numbers that an engine puts in one place of its tables, so that each is compared with all before it. */
function collidingNumbers(): Readonly<Record<string, unknown>> {
  const numbers: number[] = [];
  for (let number = 0; numbers.length < 20_000; number += 1) if (placeOf(number) === 5) numbers.push(number);
  const wide = Array.from({ length: 20_000 }, (_, index) => BigInt(index + 1) << 64n);
  return { numbers, wide, pairs: numbers.map((number) => [number, 1]) };
}

/** More time zones and locales than anybody needs, all of them real. */
function zonesAndPlaces(): Readonly<Record<string, unknown>> {
  const clock = (minutes: number): string =>
    `+${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const languages = ['de', 'en', 'fr', 'ar', 'th', 'ja', 'zh'];
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  const countries = letters.flatMap((first) => letters.map((second) => first + second));
  return {
    zones: Array.from({ length: 1_439 }, (_, index) => clock(index)),
    places: languages.flatMap((language) => countries.map((country) => `${language}-${country}`)),
  };
}

const hostileText = `${' '.repeat(100_000)}x`;

/** Two ways from each level to the next: more paths than a render can follow, in very little memory. */
function doubled(): Readonly<Record<string, unknown>> {
  let dict: unknown = 1;
  let list: unknown = 1;
  for (let level = 0; level < 90; level += 1) {
    dict = { a: dict, b: dict };
    list = [list, list];
  }
  return { dict, list };
}

/** Harmless templates with hostile customer data. */
export const hostileData: readonly HostileTemplate[] = [
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
    'search',
    [
      '{{ p in t }}',
      '{{ t.find(p) }}{{ t.rfind(q) }}{{ t.count(p) }}',
      '{{ t.split(p)|length }}{{ t.rsplit(q)|length }}',
      '{{ t.partition(p)|length }}{{ t.rpartition(q)|length }}',
      '{{ t|replace(p, "")|length }}{{ t.replace(q, "")|length }}',
      '{% for i in range(99999) %}{% set x = t.startswith(t) %}{% set y = t.removesuffix(t) %}{% endfor %}',
    ],
    { t: 'a'.repeat(200_000), p: `${'a'.repeat(60_000)}b`, q: `b${'a'.repeat(60_000)}` },
  ),
  ...each(
    'doubled data',
    [
      '{{ dict|pprint }}',
      '{{ dict }}{{ dict|tojson }}',
      '{{ list|pprint }}',
      '{{ list }}{{ list|tojson }}',
      '{{ list == list[:] }}{{ list < list[:] }}',
    ],
    doubled(),
  ),
  ...each('many keys', [
    "{% set d = {} %}{% for i in range(99999) %}{% set _ = d.setdefault('k' ~ i, i) %}{% endfor %}",
    '{% set d = {} %}{% for i in range(99999) %}{% set _ = d.setdefault(i, i) %}{% endfor %}',
    '{{ dict.fromkeys(range(99999))|length }}{{ {}.fromkeys(range(99999))|length }}',
    '{% set d = {} %}{% for i in range(99999) %}{% set _ = d.update({i: i}) %}{% endfor %}',
  ]),
  ...each(
    'zones and places',
    [
      "{% for z in zones %}{% set x = 0|from_timestamp('%d', z) %}{% endfor %}",
      '{% for p in places %}{% set x = 0|from_timestamp(p) %}{% endfor %}',
      '{% for i in range(9999) %}{% set x = 0|from_timestamp(places[i % 240]) %}{% endfor %}',
    ],
    zonesAndPlaces(),
  ),
  ...each(
    'colliding numbers',
    [
      '{{ numbers|unique|list|length }}',
      '{{ dict(pairs)|length }}',
      '{% set d = {} %}{% for n in numbers %}{% set _ = d.setdefault(n, 1) %}{% endfor %}',
      '{{ wide|unique|list|length }}',
      '{% set d = {} %}{% for i in range(20000) %}{% set _ = d.setdefault((i + 1) * 2 ** 64, 1) %}{% endfor %}',
    ],
    collidingNumbers(),
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
