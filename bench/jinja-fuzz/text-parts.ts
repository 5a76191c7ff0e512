import type { Chance } from './random.ts';
import type { Kind } from './generate-expression.ts';

/** What the pieces below build on: any expression of a kind. */
export type MakeExpression = (kind: Kind, depth: number) => string;

/** Methods, slices and formats of texts. */
export class TextParts {
  private readonly chance: Chance;
  private readonly make: MakeExpression;

  constructor(chance: Chance, make: MakeExpression) {
    this.chance = chance;
    this.make = make;
  }

  textMethod(depth: number): string {
    const text = (): string => this.make('text', Math.min(depth, 0));
    return this.chance.pick([
      () => 'upper()',
      () => 'lower()',
      () => 'title()',
      () => 'capitalize()',
      () => 'swapcase()',
      () => 'strip()',
      () => `strip(${text()})`,
      () => `lstrip(${text()})`,
      () => `rstrip(${text()})`,
      () => `split(${text()})`,
      () => 'split()',
      () => `split(${text()}, 1)`,
      () => `rsplit(${text()}, 1)`,
      () => 'rsplit(none, 1)',
      () => `split(none, 1)`,
      () => 'splitlines()',
      () => 'splitlines(true)',
      () => `find(${text()})`,
      () => `rfind(${text()})`,
      () => `index(${text()})`,
      () => `count(${text()})`,
      () => `startswith(${text()})`,
      () => `endswith(${text()})`,
      () => `replace(${text()}, ${text()})`,
      () => `replace(${text()}, ${text()}, 1)`,
      () => `partition(${text()})`,
      () => `rpartition(${text()})`,
      () => `removeprefix(${text()})`,
      () => `removesuffix(${text()})`,
      () => `center(${this.chance.number(12)})`,
      () => `ljust(${this.chance.number(12)}, '*')`,
      () => `rjust(${this.chance.number(12)}, '.')`,
      () => `zfill(${this.chance.number(10)})`,
      () => `join(${this.make('list', 0)})`,
      () => 'isdigit()',
      () => 'isalpha()',
      () => 'isalnum()',
      () => 'isupper()',
      () => 'islower()',
      () => 'istitle()',
      () => 'isspace()',
      () => 'isdecimal()',
      () => 'isnumeric()',
      () => 'isidentifier()',
      () => 'casefold()',
      () => 'expandtabs(4)',
      () => `find(${text()}, 1)`,
      () => `count(${text()}, 1, 4)`,
      () => `find(${text()}, -3)`,
      () => '__len__()',
      () => 'isascii()',
      () => 'isprintable()',
    ])();
  }

  slice(): string {
    const part = (): string =>
      this.chance.happens(0.4)
        ? ''
        : this.chance.pick(['0', '1', '2', '-1', '-2', '3', '10', '-10', 'none', 'qty']);
    return this.chance.happens(0.3)
      ? `${part()}:${part()}:${this.chance.pick(['1', '2', '-1', '-2', '', '0'])}`
      : `${part()}:${part()}`;
  }

  percent(depth: number): string {
    const { chance } = this;
    const flag = chance.pick(['', '', '', '0', '-', '+', ' ', '#']);
    const width = chance.pick(['', '', '3', '8']);
    const numeric = chance.happens(0.7);
    const spec = `%${flag}${width}${chance.pick(['', '', '.0', '.1', '.2', '.5'])}${numeric ? chance.pick(['d', 'f', 'e', 'g', 'x', 'i', 'G', 'E', 's', 'o', 'X']) : chance.pick(['s', 'r', 'c'])}`;
    const value = this.make(numeric ? 'number' : 'text', depth);
    return chance.pick([
      () => `'${spec}' % (${value})`,
      () => `'[${spec}]'|format(${value})`,
      () => `'${spec} %s' % (${value}, ${this.make('any', 0)})`,
      () => `'%(a)s ${spec.replace('%', '%(b)')}' % {'a': 1, 'b': ${value}}`,
    ])();
  }

  format(depth: number): string {
    const { chance } = this;
    const numeric = chance.happens(0.7);
    const align = chance.pick(['', '', '<', '>', '^', '*^', '_<', '=']);
    const width = chance.pick(['', '', '6', '10']);
    const type = numeric
      ? `${chance.pick(['', '+', ' ', '-'])}${chance.pick(['', '#', '0'])}${width}${chance.pick(['', ',', '_'])}${chance.pick(['', '.0', '.1', '.2', '.3'])}${chance.pick(['f', 'd', 'e', 'g', '%', '', 'x', 'b', 'n', 'o', 'F', 'G'])}`
      : `${width}${chance.pick(['', '.2', 's'])}`;
    const value = this.make(numeric ? 'number' : 'text', depth);
    return chance.pick([
      () => `'{:${align}${type}}'.format(${value})`,
      () => `'{0}-{0!r}'.format(${value})`,
      () => `'{n:${align}${type}}'.format(n=${value})`,
      () => `'{} {}'.format(${value}, ${this.make('any', 0)})`,
      () => `'{0[0]}'.format(${this.make('list', 0)})`,
    ])();
  }
}
