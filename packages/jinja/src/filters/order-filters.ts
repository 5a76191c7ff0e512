import { builtin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { keyOf } from '../methods/dict-methods.ts';
import { attributeReader, attributesReaders, ignoreCase } from '../values/attribute-reader.ts';
import { compare } from '../values/compare.ts';
import { describeType } from '../values/describe-type.ts';
import { equals } from '../values/equals.ts';
import { iterate, toList, viewItems, walk } from '../values/iterate.ts';
import { sortValues } from '../values/sort-values.ts';
import { Dict, GroupTuple, Stream, Undefined, makeTuple } from '../values/value.ts';
import type { HashKey } from '../values/text-key.ts';
import type { Run, Value } from '../values/value.ts';

/** The key of an item: its attribute, without case unless that matters. */
function keyReader(run: Run, read: (item: Value) => Value, isCaseSensitive: boolean): (item: Value) => Value {
  if (isCaseSensitive) return read;
  return (item) => ignoreCase(run, read(item));
}

function sort(run: Run, args: Bound): Value {
  const readers = attributesReaders(run, args.value(3)).map((read) => keyReader(run, read, args.flag(2)));
  const [only] = readers;
  // With several attributes the key is a list of their values.
  const key =
    only !== undefined && readers.length === 1
      ? only
      : (item: Value): Value => readers.map((read) => read(item));
  return sortValues(run, toList(run, args.value(0)), {
    key,
    reverse: args.integer(1) !== 0,
    equalFirst: true,
  });
}

function dictSort(run: Run, args: Bound): Value {
  const dict = args.value(0);
  if (!(dict instanceof Dict))
    throw run.fail(
      'type',
      `'dictsort' needs named values like {'a': 1}, but was given ${describeType(dict)}`,
    );
  const by = args.value(2);
  if (by !== 'key' && by !== 'value')
    throw run.fail('value', "'dictsort' sorts by='key' or by='value': use one of them");
  const position = by === 'key' ? 0 : 1;
  const read = (pair: Value): Value => (Array.isArray(pair) ? (pair[position] ?? null) : null);
  return sortValues(run, viewItems(run, dict, 'items'), {
    key: keyReader(run, read, args.flag(1)),
    reverse: args.integer(3) !== 0,
  });
}

function extreme(name: 'min' | 'max'): readonly [string, Builtin] {
  return builtin(name, ['value', ['case_sensitive', false], ['attribute', null]], (run, args) => {
    const key = keyReader(run, attributeReader(run, args.value(2)), args.flag(1));
    const [first, ...others] = iterate(run, args.value(0));
    if (first === undefined)
      return new Undefined(
        name,
        undefined,
        `there is no ${name === 'min' ? 'smallest' : 'largest'} item, because the list is empty: check it with if first`,
      );
    let best = first;
    let bestKey = key(first);
    for (const item of others) {
      run.step();
      const itemKey = key(item);
      const order = compare(run, itemKey, bestKey);
      if (name === 'min' ? !(order < 0) : !(order > 0)) continue;
      best = item;
      bestKey = itemKey;
    }
    return best;
  });
}

function* uniqueItems(run: Run, args: Bound): Generator<Value> {
  const key = keyReader(run, attributeReader(run, args.value(2)), args.flag(1));
  const seen = new Set<HashKey>();
  for (const item of walk(run, args.value(0))) {
    const identity = keyOf(run, key(item));
    if (seen.has(identity)) continue;
    run.charge(1);
    seen.add(identity);
    yield item;
  }
}

function groupBy(run: Run, args: Bound): Value {
  const read = attributeReader(run, args.value(1), args.value(2));
  const key = keyReader(run, read, args.flag(3));
  const sorted = sortValues(run, toList(run, args.value(0)), { key, reverse: false });
  const groups: { readonly key: Value; readonly items: Value[] }[] = [];
  for (const item of sorted) {
    run.step();
    const itemKey = key(item);
    const current = groups.at(-1);
    if (current !== undefined && equals(run, current.key, itemKey)) current.items.push(item);
    else groups.push({ key: itemKey, items: [item] });
  }
  return groups.map((group) =>
    makeTuple([args.flag(3) ? group.key : read(group.items[0] ?? null), group.items], new GroupTuple()),
  );
}

export const orderFilters: readonly (readonly [string, Builtin])[] = [
  builtin('sort', ['value', ['reverse', false], ['case_sensitive', false], ['attribute', null]], sort),
  builtin('dictsort', ['value', ['case_sensitive', false], ['by', 'key'], ['reverse', false]], dictSort),
  extreme('min'),
  extreme('max'),
  builtin(
    'unique',
    ['value', ['case_sensitive', false], ['attribute', null]],
    (run, args) => new Stream('unique', uniqueItems(run, args), args.value(0)),
  ),
  builtin('groupby', ['value', 'attribute', ['default', null], ['case_sensitive', false]], groupBy),
];
