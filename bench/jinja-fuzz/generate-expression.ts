import type { Chance } from './random.ts';

/** What an expression should give; the generator sometimes gives something else on purpose. */
export type Kind = 'text' | 'number' | 'list' | 'dict' | 'flag' | 'any';

const texts = [
  "'abc'",
  "'Jana Nováková'",
  "''",
  "'a,b,,c'",
  "'  two  words '",
  "'ŽLUŤ'",
  "'a👋b'",
  "'50%'",
  "'12'",
  "' 3.5 '",
  "'-7'",
  "'x'",
  "'line\\none'",
  "'it\\'s'",
  "'<b>T&C</b>'",
  "'http://ex.am/p?q=1'",
  "'SPRING-25'",
  "'ß'",
  "'0x1F'",
  "'1e3'",
];
const textNames = [
  'name',
  'customer.first_name',
  'customer.email',
  'code',
  'text',
  'emoji',
  'html',
  'customer.city',
  'empty',
  'multi',
  'order.note',
  "customer['phone']",
];
const numbers = [
  '0',
  '1',
  '2',
  '3',
  '-1',
  '7',
  '10',
  '100',
  '0.5',
  '2.5',
  '1.0',
  '-0.5',
  '1e3',
  '2.675',
  '1234567',
  '0.1',
  '1e16',
  '12345678901234567890',
  '99.99',
];
const numberNames = [
  'qty',
  'price',
  'zero',
  'neg',
  'customer.age',
  'customer.points',
  'big',
  'half',
  'order.total',
  'items[0].price',
];
const listNames = [
  'words',
  'nums',
  'floats',
  'items',
  'mixed',
  'nested',
  'none_list',
  'customer.tags',
  'people',
  'pairs',
];
const dictNames = ['customer', 'stock', 'prices', 'order', 'empty_dict', 'items[0]'];
const flagNames = ['flag', 'off', 'true', 'false', 'customer.vip'];
const missing = ['missing', 'customer.nope', 'none', 'nothing'];
const attributes = [
  "'name'",
  "'price'",
  "'qty'",
  "'cat'",
  "'sale'",
  "'nope'",
  "'address.city'",
  '0',
  "'age'",
];
const filtersOnText = [
  'upper',
  'lower',
  'title',
  'capitalize',
  'trim',
  'length',
  'reverse',
  'first',
  'last',
  'list',
  'string',
  'wordcount',
  'urlencode',
  'e',
  'striptags',
  'int',
  'float',
  'safe',
  'count',
  'tojson',
  'pprint',
  'forceescape',
  'sort',
  'unique|list',
  'max',
  'min',
  'urlize',
];
const filtersOnNumber = [
  'abs',
  'round',
  'int',
  'float',
  'string',
  'filesizeformat',
  'round(1)',
  'round(2)',
  "round(0, 'ceil')",
  "round(1, 'floor')",
  'round|int',
  'round(-1)',
  'filesizeformat(true)',
  'tojson',
  'default(3)',
  'pprint',
  'e',
];
const filtersOnList = [
  'first',
  'last',
  'length',
  'sort',
  'reverse|list',
  'unique|list',
  'join',
  "join(', ')",
  'sum',
  'max',
  'min',
  'list',
  'batch(2)|list',
  'slice(2)|list',
  'string',
  'tojson',
  'pprint',
  'count',
  'sort(reverse=true)',
  "join('-', attribute='name')",
  'sort(case_sensitive=true)',
  'batch(3, 0)|list',
  "slice(3, 'x')|list",
  'select|list',
  'reject|list',
  "map('string')|list",
  "map('upper')|list",
  "select('number')|list",
  "reject('odd')|list",
  "map('length')|list",
];
const filtersOnDict = [
  'length',
  'dictsort',
  'list',
  'items|list',
  'tojson',
  'pprint',
  'string',
  "dictsort(by='value')",
  'dictsort(reverse=true)',
  'first',
  'xmlattr',
  'urlencode',
  'join',
  'sort',
  'tojson(indent=2)',
];
const tests = [
  'defined',
  'undefined',
  'none',
  'number',
  'string',
  'mapping',
  'sequence',
  'iterable',
  'integer',
  'float',
  'boolean',
  'true',
  'false',
  'callable',
  'lower',
  'upper',
  'escaped',
  'odd',
  'even',
  'divisibleby 3',
  'divisibleby(2)',
  'eq 1',
  'ne 2',
  'lt 3',
  'gt 0',
  'ge 2',
  'le 5',
  "in 'abc'",
  'in [1, 2, 3]',
  'sameas true',
  'sameas none',
  "equalto 'a'",
  'in words',
];

/** Makes random expressions of Jinja2's grammar, deeper ones rarely. */
export class ExpressionGenerator {
  private readonly chance: Chance;

  constructor(chance: Chance) {
    this.chance = chance;
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
        return this.list(depth);
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
      () => `${inner()}.${this.textMethod(depth - 1)}`,
      () => `${inner()}[${this.slice()}]`,
      () => `${inner()}[${chance.pick(numbers.slice(0, 6))}]`,
      () => this.percent(depth - 1),
      () => this.format(depth - 1),
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

  private textMethod(depth: number): string {
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

  private slice(): string {
    const part = (): string =>
      this.chance.happens(0.4)
        ? ''
        : this.chance.pick(['0', '1', '2', '-1', '-2', '3', '10', '-10', 'none', 'qty']);
    return this.chance.happens(0.3)
      ? `${part()}:${part()}:${this.chance.pick(['1', '2', '-1', '-2', '', '0'])}`
      : `${part()}:${part()}`;
  }

  private percent(depth: number): string {
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

  private format(depth: number): string {
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

  private list(depth: number): string {
    const { chance } = this;
    if (depth <= 0 || chance.happens(0.3)) return chance.pick(listNames);
    const inner = (): string => this.atom(this.make('list', depth - 1));
    return chance.pick([
      () => `[${[...Array(chance.number(4)).keys()].map(() => this.make('any', depth - 1)).join(', ')}]`,
      () => `(${this.make('any', depth - 1)}, ${this.make('any', depth - 1)})`,
      () =>
        `range(${chance.number(6)}${chance.pick(['', ', 8', ', 10, 3', ', -3, -1'])})${chance.pick(['', '|list'])}`,
      () => `${inner()}|${chance.pick(filtersOnList)}`,
      () => `${inner()}[${this.slice()}]`,
      () => `${inner()} + ${inner()}`,
      () => `${inner()} * 2`,
      () => `items|map(attribute=${chance.pick(attributes)})|list`,
      () => `items|map(attribute=${chance.pick(attributes)}, default='-')|list`,
      () =>
        `items|selectattr(${chance.pick(attributes)}${chance.pick(['', ", 'gt', 5", ", 'equalto', 'wear'", ", 'defined'", ", 'in', ['wear']", ", 'none'"])})|map(attribute='name')|list`,
      () => `items|rejectattr(${chance.pick(attributes)})|list|length`,
      () =>
        `${chance.pick(['items', 'people'])}|sort(attribute=${chance.pick(["'name'", "'price'", "'qty'", "'cat,name'", "'age'", "'city'"])}${chance.pick(['', ', reverse=true'])})|map(attribute='name')|list`,
      () =>
        `${chance.pick(['items', 'people'])}|groupby(${chance.pick(["'cat'", "'city'", "'sale'", "'nope'"])}${chance.pick(['', ", default='?'"])})|list`,
      () => `${inner()}|unique|list`,
      () =>
        `${inner()}|map(${chance.pick(["'upper'", "'length'", "'string'", "'int'", "'default', 'x'", "'replace', 'a', 'b'", "'title'", "'first'", "'round', 1", "'abs'"])})|list`,
      () =>
        `${inner()}|select(${chance.pick(["'odd'", "'string'", "'gt', 1", "'in', [1, 2]", "'defined'", "'divisibleby', 2"])})|list`,
      () => `${this.atom(this.make('dict', depth - 1))}|${chance.pick(['list', 'dictsort', 'items|list'])}`,
      () =>
        `${this.atom(this.make('dict', depth - 1))}.${chance.pick(['keys()', 'values()', 'items()'])}|list`,
      () => `${this.atom(this.make('text', depth - 1))}.split(${this.make('text', 0)})`,
      () => `${inner()}.${chance.pick(['copy()', 'index(1)', 'count(1)'])}`,
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
