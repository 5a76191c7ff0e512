import type { Chance } from './random.ts';

const values =
  `0¦1¦-1¦42¦-255¦1234567¦10**20¦-(10**25)¦true¦false¦none¦missing¦0.0¦-0.0¦0.5¦2.5¦-2.5¦1.0¦3.14159265¦2.675¦99.995¦1e16¦1e-5¦123456789.125¦1e22¦5e-324¦big * 1e300¦-(big * 1e300)¦(big * 1e300)-(big * 1e300)¦'abc'¦''¦'é👋'¦'7'¦[1]¦(1, 2)¦{'a': 1}¦'<b>'|safe¦97¦128075¦1114112`.split(
    '¦',
  );
const times = ['', '', '1', '2', '5', '8', '12'];

/** `%`, format() and the format filter with every flag, width, precision and type, fitting or not. */
export class FormatCall {
  private readonly chance: Chance;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  make(): string {
    return `{{ ${this.chance.happens(0.5) ? this.percent() : this.braces()} }}`;
  }

  private value(): string {
    return this.chance.pick(values);
  }

  private some(parts: readonly string[], often: number): string {
    return this.chance.happens(often) ? this.chance.pick(parts) : '';
  }

  private percent(): string {
    const { chance } = this;
    const flags = this.some(['-', '+', ' ', '#', '0', '-0', '+0', ' 0', '#0', '- ', '+#'], 0.5);
    const precision = this.some(['.', '.0', '.1', '.2', '.3', '.10', '.17'], 0.5);
    const type = chance.pick([...'dfdfsrageGEFxXoicu'.split(''), 'ld', '%', 'q', '']);
    const spec = `%${flags}${chance.pick(times)}${precision}${type}`;
    return chance.pick([
      () => `'[${spec}]' % (${this.value()},)`,
      () => `'[${spec}]' % (${this.value()})`,
      () => `'[${spec}]'|format(${this.value()})`,
      () => `'${spec} %s' % (${this.value()}, ${this.value()})`,
      () => `'%*${precision}${type}' % (${chance.pick(['3', '-6', '0', '2.0'])}, ${this.value()})`,
      () => `'%.*${type}' % (${chance.pick(['3', '-6', '0', 'none'])}, ${this.value()})`,
      () => `'%(a)${spec.slice(1)} 100%%' % {'a': ${this.value()}}`,
      () => `'%(a)${spec.slice(1)}'|format(a=${this.value()})`,
      () => `'${spec}' % ${chance.pick(['()', '[]', '{}', '(1, 2)', "{'a': 1}", 'missing', 'none'])}`,
    ])();
  }

  private braces(): string {
    const { chance } = this;
    const align = this.some(['<', '>', '^', '=', '*<', '*>', '*^', '0=', '👋^', '_=', '{{<'], 0.5);
    const sign = this.some(['+', '-', ' '], 0.3);
    const mark = this.some(['#', '0', '#0', 'z'], 0.35);
    const group = this.some([',', '_'], 0.35);
    const precision = this.some(['.0', '.1', '.2', '.3', '.10', '.'], 0.45);
    const type = chance.pick([...'dfeg%xXbonsfGEF'.split(''), '', '', 'c', 'q']);
    const spec = `${align}${sign}${mark}${chance.pick(times)}${group}${precision}${type}`;
    const conversion = this.some(['!r', '!s', '!a', '!q'], 0.15);
    return chance.pick([
      () => `'[{${conversion}:${spec}}]'.format(${this.value()})`,
      () => `'[{:${spec}}]'.format(${this.value()})`,
      () => `'[{0:${spec}}{0${conversion}}]'.format(${this.value()})`,
      () => `'{n:${spec}}'.format(n=${this.value()})`,
      () => `'{:{w}${type}}'.format(${this.value()}, w=${chance.pick(['8', "'>9'", '-3', 'none'])})`,
      () => `'{:{}.{}f}'.format(${this.value()}, 9, 2)`,
      () => `'{0[0]}{0[a]}'.format(${this.value()})`,
      () =>
        `'${chance.pick(['{', '}', '{{}}', '{{{}}}', '{}{1}', '{1}{}', '{0}{0}', '{a}', '{-1}', '{ 0 }', '{!r}', '{:', '{}}'])}'.format(${this.value()}, 2)`,
      () => `'{:${spec}}'.format_map({'a': 1})`,
    ])();
  }
}
