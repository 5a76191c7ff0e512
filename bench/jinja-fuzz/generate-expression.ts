import {
  texts,
  textNames,
  numbers,
  numberNames,
  dictNames,
  flagNames,
  missing,
  filtersOnText,
  filtersOnNumber,
  filtersOnDict,
  tests,
} from './expression-tables.ts';
import { makeList } from './make-list.ts';
import type { Chance } from './random.ts';
import { TextParts } from './text-parts.ts';

/** What an expression should give; the generator sometimes gives something else on purpose. */
export type Kind = 'text' | 'number' | 'list' | 'dict' | 'flag' | 'any';

/** Makes random expressions of Jinja2's grammar, deeper ones rarely. */
export class ExpressionGenerator {
  private readonly chance: Chance;
  private readonly parts: TextParts;

  constructor(chance: Chance) {
    this.chance = chance;
    this.parts = new TextParts(chance, (kind, depth) => this.make(kind, depth));
  }

  make(kind: Kind, depth: number): string {
    const { chance } = this;
    if (chance.happens(0.04)) return chance.pick(missing);
    const wanted =
      kind === 'any' || chance.happens(0.06)
        ? chance.pick(['text', 'number', 'list', 'dict', 'flag'] as const)
        : kind;
    if (depth > 0 && chance.happens(0.1)) return this.general(wanted, depth - 1);
    switch (wanted) {
      case 'text':
        return this.text(depth);
      case 'number':
        return this.number(depth);
      case 'list':
        return makeList(
          { chance, make: (inner, level) => this.make(inner, level), parts: this.parts },
          depth,
        );
      case 'dict':
        return this.dict(depth);
      case 'flag':
        return this.flag(depth);
    }
  }

  private general(kind: Exclude<Kind, 'any'>, depth: number): string {
    const value = this.make(kind, depth);
    return this.chance.pick([
      () => `(${value} if ${this.make('flag', depth)} else ${this.make(kind, depth)})`,
      () => `(${value} or ${this.make(kind, depth)})`,
      () => `(${value} and ${this.make(kind, depth)})`,
      () => `${this.atom(value)}|default(${this.make(kind, 0)})`,
      () => `${this.atom(value)}|default(${this.make(kind, 0)}, true)`,
      () => `(${value} if ${this.make('flag', depth)})`,
    ])();
  }

  private atom(expression: string): string {
    return `(${expression})`;
  }

  private text(depth: number): string {
    const { chance } = this;
    if (depth <= 0 || chance.happens(0.3)) return chance.pick(chance.happens(0.5) ? texts : textNames);
    const inner = (): string => this.atom(this.make('text', depth - 1));
    return chance.pick([
      () => `${this.make('any', depth - 1)} ~ ${this.make('any', depth - 1)}`,
      () => `${inner()}|${chance.pick(filtersOnText)}`,
      () => `${inner()}.${this.parts.textMethod(depth - 1)}`,
      () => `${inner()}[${this.parts.slice()}]`,
      () => `${inner()}[${chance.pick(numbers.slice(0, 6))}]`,
      () => this.parts.percent(depth - 1),
      () => this.parts.format(depth - 1),
      () => `${inner()}|replace(${this.make('text', 0)}, ${this.make('text', 0)})`,
      () =>
        `${inner()}|truncate(${chance.number(20)}${chance.pick(['', ', true', ", true, ''", ", end='…'", ', leeway=0', ', false, "", 0'])})`,
      () => `${inner()}|center(${chance.number(15)})`,
      () => `${inner()}|indent(${chance.number(5)}${chance.pick(['', ', true', ', blank=true'])})`,
      () =>
        `${inner()}|wordwrap(${chance.number(12) + 1}${chance.pick(['', ', false', ", wrapstring='|'", ', break_on_hyphens=false'])})`,
      () => `${inner()}|trim(${this.make('text', 0)})`,
      () => `${inner()} * ${chance.pick(['0', '1', '2', '3', '-1', 'true'])}`,
      () => `${inner()} + ${inner()}`,
      () => `${this.atom(this.make('list', depth - 1))}|join(${this.make('text', 0)})`,
      () => `${this.atom(this.make('any', depth - 1))}|string`,
    ])();
  }

  private number(depth: number): string {
    const { chance } = this;
    if (depth <= 0 || chance.happens(0.3)) return chance.pick(chance.happens(0.6) ? numbers : numberNames);
    const inner = (): string => this.atom(this.make('number', depth - 1));
    return chance.pick([
      () =>
        `${this.make('number', depth - 1)} ${chance.pick(['+', '-', '*', '/', '//', '%'])} ${this.make('number', depth - 1)}`,
      () => `${inner()} ${chance.pick(['+', '-', '*', '/', '//', '%'])} ${inner()}`,
      () => `${inner()} ** ${chance.pick(['2', '3', '0', '-1', '0.5'])}`,
      () => `-${inner()}`,
      () => `${inner()}|${chance.pick(filtersOnNumber)}`,
      () =>
        `${this.atom(this.make('list', depth - 1))}|${chance.pick(['length', 'sum', 'max', 'min', 'count', 'first', 'last'])}`,
      () =>
        `${this.atom(this.make('text', depth - 1))}|${chance.pick(['int', 'float', 'length', 'int(0, 16)', 'int(-1)', 'float(1.5)', 'wordcount'])}`,
      () => `${this.make('any', depth - 1)}|${chance.pick(['int', 'float'])}`,
    ])();
  }

  private dict(depth: number): string {
    const { chance } = this;
    if (depth <= 0 || chance.happens(0.5)) return chance.pick(dictNames);
    return chance.pick([
      () =>
        `{${[...Array(chance.number(3)).keys()].map(() => `${chance.pick(["'a'", "'b'", '1', "'k'", '2.0', 'true', 'name', 'none'])}: ${this.make('any', depth - 1)}`).join(', ')}}`,
      () => `dict(a=${this.make('any', depth - 1)}, b=1)`,
      () => `dict(${this.make('dict', depth - 1)}, z=2)`,
      () => `${this.atom(this.make('dict', depth - 1))}|${chance.pick(filtersOnDict)}`,
      () =>
        `${this.atom(this.make('dict', depth - 1))}.${chance.pick(["get('a')", "get('name')", "get('nope', 5)", 'copy()', 'keys()', 'values()', 'items()'])}`,
      () => `${this.atom(this.make('dict', depth - 1))}[${this.make('any', 0)}]`,
    ])();
  }

  flag(depth: number): string {
    const { chance } = this;
    if (depth <= 0) return chance.pick(flagNames);
    const kind = chance.pick(['number', 'text', 'list', 'number', 'any'] as const);
    return chance.pick([
      () =>
        `${this.make(kind, depth - 1)} ${chance.pick(['==', '!=', '<', '<=', '>', '>='])} ${this.make(kind, depth - 1)}`,
      () => `1 ${chance.pick(['<', '<='])} ${this.make('number', depth - 1)} ${chance.pick(['<', '<='])} 10`,
      () =>
        `${this.make('any', depth - 1)} ${chance.pick(['in', 'not in'])} ${this.make(chance.pick(['list', 'text', 'dict'] as const), depth - 1)}`,
      () => `not ${this.make('any', depth - 1)}`,
      () => `${this.atom(this.make('any', depth - 1))} is ${chance.pick(['', 'not '])}${chance.pick(tests)}`,
      () => `${this.make('any', depth - 1)} ${chance.pick(['and', 'or'])} ${this.make('any', depth - 1)}`,
      () => chance.pick(flagNames),
    ])();
  }
}
