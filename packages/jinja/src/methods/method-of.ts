import type { Builtin } from '../evaluate/signature.ts';
import { callBuiltin } from '../evaluate/signature.ts';
import { dictMethods } from './dict-methods.ts';
import { listMethods, tupleMethods } from './list-methods.ts';
import { floatMethods, integerMethods } from './number-methods.ts';
import { rangeMethods } from './range-methods.ts';
import { textMethods } from './text-methods.ts';
import { Callable, Tuple } from '../values/value.ts';
import type { Value } from '../values/value.ts';

type Methods = ReadonlyMap<string, Builtin>;

const text: Methods = new Map(textMethods);
const list: Methods = new Map(listMethods);
const tuple: Methods = new Map(tupleMethods);
const dict: Methods = new Map(dictMethods);
const integer: Methods = new Map(integerMethods);
const float: Methods = new Map(floatMethods);
const range: Methods = new Map(rangeMethods);
const names: ReadonlySet<string> = new Set(dict.keys());

function methodsFor(target: Value): Methods | undefined {
  if (typeof target === 'string') return text;
  if (typeof target === 'number' && !Number.isInteger(target)) return float;
  if (typeof target !== 'object') return integer;
  if (target === null) return undefined;
  if (Array.isArray(target)) return target instanceof Tuple ? tuple : list;
  if (target.kind === 'markup') return text;
  if (target.kind === 'float') return float;
  if (target.kind === 'range') return range;
  return target.kind === 'dict' ? dict : undefined;
}

/** Whether any dict has a method of this name, which then wins over a key in `target.name`. */
export function isMethodName(name: string): boolean {
  return names.has(name);
}

/** A Python method bound to its value: `customer.name.upper`. The value is the first argument of the builtin behind it. */
export function methodOf(target: Value, name: string): Callable | undefined {
  const method = methodsFor(target)?.get(name);
  if (method === undefined) return undefined;
  return new Callable(name, (run, args) =>
    callBuiltin(run, method, { positional: [target, ...args.positional], named: args.named }),
  );
}
