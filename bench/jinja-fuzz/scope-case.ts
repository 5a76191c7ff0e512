import type { Chance } from './random.ts';

const lists =
  `words¦nums¦items¦people¦pairs¦stock¦stock.items()¦nested¦'héy'¦range(3)¦[]¦missing¦none¦mixed¦items|groupby('cat')¦nums|batch(2)¦words|select('string')¦[1, 1, 2, 2, 3]¦tree¦nums|reverse¦stock|dictsort¦7`.split(
    '¦',
  );
const targets = `x¦x, y¦x, (y, z)¦(x, y)¦x,¦x¦x¦loop¦x.y¦_`.split('¦');
const loopParts =
  `index¦index0¦first¦last¦length¦revindex¦revindex0¦depth¦depth0¦previtem¦nextitem¦cycle('a', 'b')¦cycle(*words)¦cycle()¦changed(x)¦changed(x, loop.first)¦changed()¦nope¦index + 1¦previtem is defined¦nextitem|default('-')¦length|string`.split(
    '¦',
  );
const calls =
  `m()¦m(1)¦m(1, 2)¦m(1, 2, 3)¦m(b=5)¦m(a=1, b=2)¦m(q=9)¦m(*nums)¦m(**{'a': 1})¦m(*[1], **{'b': 2})¦m(none)¦m(missing)¦m(1, a=2)¦m(caller=1)¦m(a)¦m.name¦m.arguments¦m.catch_kwargs¦m.catch_varargs¦m.caller¦m¦m|upper¦m(1)|upper¦m(1) ~ m(2)¦m(1)|length`.split(
    '¦',
  );
const bodies =
  `{{ a }}¦{{ b }}¦{{ varargs }}¦{{ kwargs }}¦{{ caller() }}¦{{ caller(1) }}¦{{ caller is defined }}¦{{ varargs|length }}{{ kwargs|length }}¦{{ name }}¦{% set a = 7 %}{{ a }}¦{{ a|default('none') }}¦{{ a is defined }}{{ b is none }}¦{% for i in varargs %}{{ i }}{% endfor %}¦{{ kwargs.q }}¦{{ loop }}¦{{ x }}¦{{ m.name }}`.split(
    '¦',
  );

/** Loops, macros, call blocks, assignments and namespaces, nested in each other. */
export class ScopeCase {
  private readonly chance: Chance;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  make(): string {
    return Array.from({ length: 1 + this.chance.number(3) }, () => this.piece(2)).join('|') + this.reads();
  }

  private reads(): string {
    return `[${['x', 'y', 'a', 'name'].map((name) => `{{ ${name} }}`).join(' ')}]`;
  }

  private piece(depth: number): string {
    const { chance } = this;
    if (depth === 0) return chance.pick(['{{ x }}', '{{ y }}', '{{ name }}', 't', '{{ a }}', '{{ qty }}']);
    return chance.pick([
      () => this.loop(depth),
      () => this.loop(depth),
      () => this.macro(depth),
      () => this.assign(depth),
      () => this.other(depth),
    ])();
  }

  private loop(depth: number): string {
    const { chance } = this;
    const filter = chance.happens(0.3)
      ? ` if ${chance.pick(['x', 'not x', 'x is string', 'x > 1', 'loop.first', 'x is defined and x', 'y', 'name'])}`
      : '';
    const parts = Array.from({ length: chance.number(3) }, () => `{{ loop.${chance.pick(loopParts)} }}`).join(
      ',',
    );
    const recursive = chance.happens(0.15);
    const again = recursive
      ? `{% if x is iterable and x is not string and loop.depth < 3 %}<{{ loop(x) }}>{% endif %}`
      : '';
    const otherwise = chance.happens(0.3) ? `{% else %}${this.piece(depth - 1)}{{ loop }}` : '';
    return `{% for ${chance.pick(targets)} in ${chance.pick(lists)}${filter}${recursive ? ' recursive' : ''} %}${parts}${again}${this.piece(depth - 1)}{% set x = 'in' %}${otherwise}{% endfor %}`;
  }

  private macro(depth: number): string {
    const { chance } = this;
    const parameters = chance.pick([
      '',
      'a',
      'a, b',
      'a, b=2',
      "a='d', b=a",
      'a, b=name',
      'a=1, b',
      'a, a',
      'a, b=c, c=3',
      'caller',
    ]);
    const body = Array.from({ length: 1 + chance.number(2) }, () => chance.pick(bodies)).join(' ');
    const definition = `{% macro m(${parameters}) %}${body}${this.piece(depth - 1)}{% endmacro %}`;
    const call = chance.pick(calls);
    const use = chance.happens(0.3)
      ? `{% call${chance.pick(['', '', '(a)', '(a, b=1)'])} ${call} %}body{{ a }}{{ x }}{% endcall %}`
      : `{{ ${call} }}`;
    return chance.happens(0.2) ? use + definition : definition + use;
  }

  private assign(depth: number): string {
    const { chance } = this;
    return chance.pick([
      () => `{% set x = ${chance.pick(lists)} %}{{ x }}`,
      () =>
        `{% set x, y = ${chance.pick(['1, 2', 'pairs', "'ab'", 'nums', '(1, (2, 3))', 'words[:2]', 'x, y', '7'])} %}{{ x }}{{ y }}`,
      () => `{% set x %}${this.piece(depth - 1)}{% endset %}{{ x }}`,
      () =>
        `{% set x | ${chance.pick(['upper', 'trim', 'length', "replace('a', 'b')", 'e', 'list', 'default(1)'])} %}${this.piece(depth - 1)}{% endset %}{{ x }}`,
      () =>
        `{% set ns = namespace(${chance.pick(['', 'a=1', "{'a': 1}", '[("a", 1)]', '1', 'a=1, **{"b": 2}'])}) %}{% for i in nums %}{% set ns.a = (ns.a or 0) + i %}{% endfor %}{{ ns.a }}{{ ns.b is defined }}`,
      () => `{% set customer.x = 1 %}{{ customer.x }}`,
      () =>
        `{% if ${chance.pick(['flag', 'off', 'x'])} %}{% set x = 1 %}{% elif qty %}{% set y = 2 %}{% else %}{% set a = 3 %}{% endif %}`,
      () => `{% with %}{% set x = 5 %}{{ x }}{% endwith %}{{ x }}`,
      () =>
        `{% with x = 1, y = ${chance.pick(['x', '2', 'name'])} %}{{ x }}{{ y }}${this.piece(depth - 1)}{% endwith %}`,
    ])();
  }

  private other(depth: number): string {
    const { chance } = this;
    return chance.pick([
      () =>
        `{% filter ${chance.pick(['upper', 'title', 'trim', 'e', "replace('t', 'T', 1)", 'indent(2, true)', 'wordcount', 'truncate(9)', 'center(20)', 'length'])} %}${this.piece(depth - 1)} t {% endfilter %}`,
      () =>
        `{% autoescape ${chance.pick(['true', 'false', 'flag', 'name'])} %}{{ html }}{{ html|safe }}{{ '<' ~ html|safe }}{{ ['<', html|safe]|join('&') }}${this.piece(depth - 1)}{% endautoescape %}{{ html }}`,
      () =>
        `{% set c = cycler(${chance.pick(["'o', 'e'", '1', '*words', ''])}) %}{{ c.next() }}{{ c.current }}{{ c.next() }}{{ c.reset() }}{{ c.current }}`,
      () =>
        `{% set j = joiner(${chance.pick(['', "'|'", "sep='; '"])}) %}{% for x in words %}{{ j() }}{{ x }}{% endfor %}`,
      () => `{% print ${chance.pick(['x', 'name, qty', '', '1, 2'])} %}`,
      () =>
        `{% if ${chance.pick(lists)} %}${this.piece(depth - 1)}{% elif ${chance.pick(lists)} %}e{% else %}n{% endif %}`,
      () => `{{ loop }}{{ caller }}`,
    ])();
  }
}
