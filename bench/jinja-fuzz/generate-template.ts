import { ExpressionGenerator } from './generate-expression.ts';
import type { Chance } from './random.ts';

const literals = [
  'Hi ',
  ' ',
  '\n',
  'a{b',
  '50% off ',
  '# ',
  'Žluť ',
  '}',
  '\t',
  'x\n\n',
  ' - ',
  '👋',
  'https://ex.am/',
];
const targets = ['x', 'y', 'z', 'name', 'qty'];

/** Makes random templates: text, outputs and every tag, with white-space control. */
export class TemplateGenerator {
  private readonly chance: Chance;
  private readonly expressions: ExpressionGenerator;

  constructor(chance: Chance) {
    this.chance = chance;
    this.expressions = new ExpressionGenerator(chance);
  }

  make(): string {
    // Most cases are one expression: a disagreement is then easy to read.
    if (this.chance.happens(0.6)) return `{{ ${this.expressions.make('any', 1 + this.chance.number(3))} }}`;
    return this.body(2 + this.chance.number(3), 2);
  }

  private body(pieces: number, depth: number): string {
    return Array.from({ length: pieces }, () => this.piece(depth)).join('');
  }

  private piece(depth: number): string {
    const { chance } = this;
    if (depth <= 0 || chance.happens(0.45))
      return chance.happens(0.4) ? chance.pick(literals) : this.output();
    return chance.pick([
      () => this.condition(depth),
      () => this.loop(depth),
      () => this.assignment(depth),
      () => this.macro(depth),
      () => this.scope(depth),
      () => this.other(depth),
    ])();
  }

  private tag(content: string): string {
    const left = this.chance.pick(['{%', '{%', '{%', '{%-', '{%+']);
    const right = this.chance.pick(['%}', '%}', '%}', '-%}', '+%}']);
    return `${left} ${content} ${right}`;
  }

  private output(): string {
    const [left, right] = this.chance.pick([
      ['{{ ', ' }}'],
      ['{{ ', ' }}'],
      ['{{- ', ' }}'],
      ['{{ ', ' -}}'],
      ['{{', '}}'],
    ] as const);
    const name = this.chance.pick([...targets, '']);
    return `${left}${name === '' ? this.expressions.make('any', 1) : name}${right}`;
  }

  private condition(depth: number): string {
    const elif = this.chance.happens(0.3)
      ? this.tag(`elif ${this.expressions.flag(1)}`) + this.body(1, depth - 1)
      : '';
    const otherwise = this.chance.happens(0.5) ? this.tag('else') + this.body(1, depth - 1) : '';
    return (
      this.tag(`if ${this.expressions.flag(2)}`) +
      this.body(2, depth - 1) +
      elif +
      otherwise +
      this.tag('endif')
    );
  }

  private loop(depth: number): string {
    const { chance } = this;
    const [target, source] = chance.pick([
      ['x', this.expressions.make('list', 1)],
      ['x', this.expressions.make('list', 1)],
      ['x, y', 'pairs'],
      ['x, y', 'stock.items()'],
      ['x', "'a👋c'"],
      ['x', 'stock'],
      ['x, y', "items|groupby('cat')"],
    ] as const);
    const filter = chance.happens(0.25)
      ? ` if ${chance.pick(['x', 'x is defined', 'x != 2', 'x is not string'])}`
      : '';
    const special = chance.happens(0.5)
      ? `{{ loop.${chance.pick(['index', 'index0', 'first', 'last', 'length', 'revindex', 'depth', 'previtem', 'nextitem', "cycle('o', 'e')", 'changed(x)'])} }}`
      : '';
    const otherwise = chance.happens(0.25) ? this.tag('else') + this.body(1, depth - 1) : '';
    return (
      this.tag(`for ${target} in ${source}${filter}`) +
      special +
      this.body(2, depth - 1) +
      otherwise +
      this.tag('endfor')
    );
  }

  private assignment(depth: number): string {
    const { chance } = this;
    return chance.pick([
      () => this.tag(`set ${chance.pick(targets)} = ${this.expressions.make('any', 2)}`),
      () => this.tag(`set x, y = ${this.expressions.make('any', 1)}, ${this.expressions.make('any', 1)}`),
      () => this.tag(`set ${chance.pick(targets)}`) + this.body(2, depth - 1) + this.tag('endset'),
      () => this.tag('set x | upper | trim') + this.body(1, depth - 1) + this.tag('endset'),
      () =>
        `${this.tag('set ns = namespace(a=1, b=[])')}${this.tag(`set ns.a = ${this.expressions.make('any', 1)}`)}{{ ns.a }}`,
      () =>
        `${this.tag('set l = [1, 2]')}{{ l.${chance.pick(['append(3)', 'pop()', 'insert(0, 9)', 'extend([4])', 'reverse()', 'sort(reverse=true)', 'remove(1)', 'clear()'])} }}{{ l }}`,
      () =>
        `${this.tag("set d = {'a': 1}")}{{ d.${chance.pick(["pop('a')", 'update(b=2)', "setdefault('c', 3)", "pop('q', 0)", 'popitem()', 'clear()', "update({'a': 5})"])} }}{{ d }}`,
    ])();
  }

  private macro(depth: number): string {
    const { chance } = this;
    const parameters = chance.pick(['', 'x', 'x, y=2', "x='d', y=x", 'x, y, z=3']);
    const extra = chance.pick([
      '',
      '',
      '{{ varargs }}',
      '{{ kwargs }}',
      '{{ caller() if caller is defined }}',
    ]);
    const args = chance.pick([
      '',
      '1',
      "1, 'b'",
      'y=5',
      'x=1, y=2',
      '1, 2, 3, 4',
      "q='k'",
      '*[1, 2]',
      "**{'x': 7}",
    ]);
    const definition =
      this.tag(`macro m(${parameters})`) + this.body(1, depth - 1) + extra + this.tag('endmacro');
    const use = chance.happens(0.3)
      ? `${this.tag(`call m(${args})`)}body${this.tag('endcall')}`
      : `{{ m(${args}) }}`;
    return definition + use;
  }

  private scope(depth: number): string {
    return this.chance.pick([
      () =>
        this.tag(`with x = ${this.expressions.make('any', 1)}, y = x`) +
        this.body(2, depth - 1) +
        this.tag('endwith'),
      () =>
        this.tag(
          `filter ${this.chance.pick(['upper', "replace('a', 'o')", 'trim|title', 'length', 'e', 'center(20)'])}`,
        ) +
        this.body(2, depth - 1) +
        this.tag('endfilter'),
      () => this.tag('autoescape true') + this.body(2, depth - 1) + this.tag('endautoescape'),
    ])();
  }

  private other(depth: number): string {
    return this.chance.pick([
      () => `{#${this.chance.pick([' note ', '- note -', '', '+ x'])}#}`,
      () => '{% raw %} {{ x }} {% if %}{% endraw %}',
      () => '{%- raw -%} {{ y }} {%- endraw -%} ',
      () => this.tag(`print ${this.expressions.make('any', 1)}`),
      () => `{% for n in tree recursive %}({{ n.v }}{% if n.c %}{{ loop(n.c) }}{% endif %}){% endfor %}`,
      () => `{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}{{ c.current }}`,
      () => `{% set j = joiner('|') %}{{ j() }}a{{ j() }}b`,
      () => this.body(1, depth - 1),
    ])();
  }
}
