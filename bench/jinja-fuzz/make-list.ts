import type { Chance } from './random.ts';
import { listNames, attributes, filtersOnList } from './expression-tables.ts';
import type { TextParts } from './text-parts.ts';
import type { MakeExpression } from './text-parts.ts';

/** What a list generator needs. */
export interface ListParts {
  readonly chance: Chance;
  readonly make: MakeExpression;
  readonly parts: TextParts;
}

/** A random expression that gives a list. */
export function makeList({ chance, make, parts }: ListParts, depth: number): string {
  const atom = (expression: string): string => `(${expression})`;
  if (depth <= 0 || chance.happens(0.3)) return chance.pick(listNames);
  const inner = (): string => atom(make('list', depth - 1));
  return chance.pick([
    () => `[${[...Array(chance.number(4)).keys()].map(() => make('any', depth - 1)).join(', ')}]`,
    () => `(${make('any', depth - 1)}, ${make('any', depth - 1)})`,
    () =>
      `range(${chance.number(6)}${chance.pick(['', ', 8', ', 10, 3', ', -3, -1'])})${chance.pick(['', '|list'])}`,
    () => `${inner()}|${chance.pick(filtersOnList)}`,
    () => `${inner()}[${parts.slice()}]`,
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
    () => `${atom(make('dict', depth - 1))}|${chance.pick(['list', 'dictsort', 'items|list'])}`,
    () => `${atom(make('dict', depth - 1))}.${chance.pick(['keys()', 'values()', 'items()'])}|list`,
    () => `${atom(make('text', depth - 1))}.split(${make('text', 0)})`,
    () => `${inner()}.${chance.pick(['copy()', 'index(1)', 'count(1)'])}`,
  ])();
}
