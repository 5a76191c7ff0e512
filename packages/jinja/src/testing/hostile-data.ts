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

const hostileText = `${' '.repeat(100_000)}x`;

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
