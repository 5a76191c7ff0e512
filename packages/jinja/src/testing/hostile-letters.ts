import { each } from './each-attack.ts';

const letters = {
  marks: `e${'\u0301'.repeat(50_000)}`,
  surrogates: '\uD83D'.repeat(50_000) + '\uDC4B'.repeat(50_000),
  pairs: '👋🏽'.repeat(25_000),
  dotted: 'İ'.repeat(50_000),
  sharp: 'ß'.repeat(50_000),
  ligatures: 'ﬃŉǰΐ'.repeat(15_000),
  sigma: 'Σ'.repeat(50_000),
  spaces: '\u2003\u00a0\u3000'.repeat(20_000),
  joined: '👨‍👩‍👧‍👦'.repeat(8_000),
  nothing: '\u0000\u200b\ufeff'.repeat(20_000),
  direction: '\u202e'.repeat(50_000),
};

/** Letters that change their length, their place or their neighbours. */
export const hostileLetters = each(
  'letters',
  Object.keys(letters).flatMap((name) => [
    `{{ ${name}|upper|length }}{{ ${name}|lower|length }}{{ ${name}|title|length }}`,
    `{{ ${name}.title()|length }}{{ ${name}.swapcase()|length }}{{ ${name}.casefold()|length }}{{ ${name}.capitalize()|length }}`,
    `{{ ${name}|length }}{{ ${name}[::-1]|length }}{{ ${name}|reverse|length }}{{ ${name}|trim|length }}{{ ${name}.strip('x')|length }}`,
    `{{ [${name}]|string|length }}{{ ${name}|tojson|length }}{{ ${name}|urlencode|length }}`,
    `{{ ${name}|wordwrap(5)|length }}{{ ${name}|truncate(9) }}{{ ${name}.split()|length }}`,
    `{{ ${name}|pprint|length }}{{ '%a' % ${name} }}`,
    `{{ ${name} is upper }}{{ ${name}.istitle() }}{{ ${name}.isalpha() }}{{ ${name}.isidentifier() }}{{ ${name}.isprintable() }}`,
    `{{ ${name} < ${name} ~ 'a' }}{{ 'a' in ${name} }}{{ ${name}.find('a') }}{{ ${name}|unique|list|length }}`,
    `{{ ${name} }}`,
  ]),
  letters,
);
