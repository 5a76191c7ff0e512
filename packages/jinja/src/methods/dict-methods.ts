import { builtin, variadicBuiltin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { describeType } from '../values/describe-type.ts';
import { iterate } from '../values/iterate.ts';
import { orElse } from '../values/or-else.ts';
import { toRepr } from '../values/to-repr.ts';
import { undefinedFailure } from '../values/undefined-failure.ts';
import { hashKey, notHashable } from '../values/hash-key.ts';
import { Dict, DictView, Undefined, makeTuple } from '../values/value.ts';
import type { HashKey } from '../values/text-key.ts';
import type { Run, Value } from '../values/value.ts';

/** What an entry of a new dictionary costs, in characters. */
const entryCost = 120;

/** A default that tells "left out" from every value a template can give. */
const absent = new Undefined('default');

function self(args: Bound): Dict {
  const dict = args.value(0);
  if (!(dict instanceof Dict)) throw new Error('a dict method was bound to another value');
  return dict;
}

/** A value as a key; lists and dicts cannot be one. */
export function keyOf(run: Run, value: Value): HashKey {
  const key = hashKey(run, value);
  if (key === notHashable)
    throw run.fail('type', `${describeType(value)} cannot name a value: use a text or a number`);
  return key;
}

/** Puts the entries of a dict, or of a list of pairs, into a dict: Python's update(). */
export function updateDict(run: Run, dict: Dict, source: Value): void {
  if (source instanceof Undefined) throw undefinedFailure(run, source);
  const pairs =
    source instanceof Dict ? [...source.list()] : iterate(run, source).map((item) => iterate(run, item));
  for (const pair of pairs) {
    run.step();
    run.charge(entryCost);
    const [key, value] = pair;
    if (key === undefined || value === undefined || pair.length !== 2)
      throw run.fail(
        'value',
        "pairs of name and value are needed here: write for example [['a', 1], ['b', 2]]",
      );
    dict.set(keyOf(run, key), key, value);
  }
}

function pop(run: Run, args: Bound): Value {
  const dict = self(args);
  const key = keyOf(run, args.value(1));
  const value = dict.get(key);
  if (value !== undefined) {
    dict.delete(key);
    return value;
  }
  if (args.value(2) === absent)
    throw run.fail(
      'value',
      `there is no value named ${toRepr(run, args.value(1))} to take out: check with 'in' first`,
    );
  return args.value(2);
}

function popItem(run: Run, args: Bound): Value {
  run.charge(self(args).size + entryCost);
  const last = [...self(args).list()].at(-1);
  if (last === undefined) throw run.fail('value', 'there is nothing left to take out: check with if first');
  self(args).delete(keyOf(run, last[0]));
  return makeTuple(last);
}

function setDefault(run: Run, args: Bound): Value {
  const key = keyOf(run, args.value(1));
  const known = self(args).get(key);
  if (known !== undefined) return known;
  run.charge(entryCost);
  self(args).set(key, args.value(1), args.value(2));
  return args.value(2);
}

function copy(run: Run, dict: Dict): Dict {
  const twin = new Dict();
  run.charge(dict.size * entryCost);
  for (const [hash, [key, value]] of dict.hashed()) twin.set(hash, key, value);
  return twin;
}

/** Python's dict methods; the dict is the first argument. */
export const dictMethods: readonly (readonly [string, Builtin])[] = [
  builtin('get', ['self', 'key', ['default', null]], (run, args) =>
    orElse(self(args).get(keyOf(run, args.value(1))), () => args.value(2)),
  ),
  builtin('keys', ['self'], (_run, args) => new DictView(self(args), 'keys')),
  builtin('values', ['self'], (_run, args) => new DictView(self(args), 'values')),
  builtin('items', ['self'], (_run, args) => new DictView(self(args), 'items')),
  builtin('pop', ['self', 'key', ['default', absent]], pop),
  builtin('popitem', ['self'], popItem),
  builtin('setdefault', ['self', 'key', ['default', null]], setDefault),
  builtin('copy', ['self'], (run, args) => copy(run, self(args))),
  builtin('clear', ['self'], (_run, args) => {
    self(args).clear();
    return null;
  }),
  variadicBuiltin('update', (run, _args, given) => {
    const [dict, source] = given.positional;
    if (!(dict instanceof Dict)) throw new Error('a dict method was bound to another value');
    if (source !== undefined) updateDict(run, dict, source);
    run.charge(entryCost);
    for (const [name, value] of given.named ?? []) dict.set(keyOf(run, name), name, value);
    return null;
  }),
  builtin('fromkeys', ['self', 'keys', ['value', null]], (run, args) => {
    const dict = new Dict();
    for (const key of iterate(run, args.value(1))) {
      run.step();
      run.charge(entryCost);
      dict.set(keyOf(run, key), key, args.value(2));
    }
    return dict;
  }),
  builtin('__len__', ['self'], (_run, args) => self(args).size),
  builtin('__contains__', ['self', 'key'], (run, args) => self(args).has(keyOf(run, args.value(1)))),
];
