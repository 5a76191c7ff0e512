import { builtin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { contains } from '../values/contains.ts';
import { equals } from '../values/equals.ts';
import { toList } from '../values/iterate.ts';
import { sortValues } from '../values/sort-values.ts';
import { toRepr } from '../values/to-repr.ts';
import type { Run, Value } from '../values/value.ts';

function self(args: Bound): Value[] {
  const list = args.value(0);
  if (!Array.isArray(list)) throw new Error('a list method was bound to another value');
  return list;
}

function position(args: Bound, index: number): number {
  const at = args.integer(index);
  return at < 0 ? at + self(args).length : at;
}

function indexOf(run: Run, args: Bound): number {
  const list = self(args);
  const from = Math.max(0, args.values[2] === undefined || args.value(2) === null ? 0 : position(args, 2));
  const to = args.values[3] === undefined || args.value(3) === null ? list.length : position(args, 3);
  for (let index = from; index < Math.min(to, list.length); index += 1) {
    run.step();
    if (equals(run, list[index] ?? null, args.value(1))) return index;
  }
  throw run.fail('value', `${toRepr(run, args.value(1))} is not in the list: check with 'in' first`);
}

function count(run: Run, args: Bound): number {
  let found = 0;
  for (const item of self(args)) {
    run.step();
    if (equals(run, item, args.value(1))) found += 1;
  }
  return found;
}

function pop(run: Run, args: Bound): Value {
  const at = position(args, 1);
  const [taken] = at < 0 ? [] : self(args).splice(at, 1);
  if (taken === undefined)
    throw run.fail('value', 'there is no item at this place to take out: check the length first');
  return taken;
}

const shared: readonly (readonly [string, Builtin])[] = [
  builtin('index', ['self', 'value', ['start', null], ['stop', null]], indexOf),
  builtin('count', ['self', 'value'], count),
  builtin('__len__', ['self'], (_run, args) => self(args).length),
  builtin('__contains__', ['self', 'value'], (run, args) => contains(run, self(args), args.value(1))),
];

/** Python's tuple methods; the tuple is the first argument. */
export const tupleMethods = shared;

/** Python's list methods; the list is the first argument. */
export const listMethods: readonly (readonly [string, Builtin])[] = [
  ...shared,
  builtin('append', ['self', 'value'], (run, args) => {
    run.charge(1);
    self(args).push(args.value(1));
    return null;
  }),
  builtin('extend', ['self', 'values'], (run, args) => {
    for (const item of toList(run, args.value(1))) self(args).push(item);
    return null;
  }),
  builtin('insert', ['self', 'index', 'value'], (run, args) => {
    run.charge(self(args).length + 1);
    self(args).splice(Math.max(0, position(args, 1)), 0, args.value(2));
    return null;
  }),
  builtin('pop', ['self', ['index', -1]], (run, args) => {
    // What comes after the item moves up.
    run.charge((self(args).length - Math.max(0, position(args, 1))) / 16);
    return pop(run, args);
  }),
  builtin('remove', ['self', 'value'], (run, args) => {
    const at = indexOf(run, args);
    run.charge((self(args).length - at) / 16);
    self(args).splice(at, 1);
    return null;
  }),
  builtin('clear', ['self'], (_run, args) => {
    self(args).length = 0;
    return null;
  }),
  builtin('reverse', ['self'], (run, args) => {
    run.charge(self(args).length);
    self(args).reverse();
    return null;
  }),
  builtin('sort', ['self', ['key', null], ['reverse', false]], (run, args, given) => {
    if (given.positional.length > 1)
      throw run.fail('type', "'sort' takes its settings by name: write sort(reverse=true)");
    const sorted = sortValues(run, self(args), { key: (item) => item, reverse: args.integer(2) !== 0 });
    sorted.forEach((item, index) => {
      self(args)[index] = item;
    });
    return null;
  }),
  builtin('copy', ['self'], (run, args) => toList(run, self(args))),
];
