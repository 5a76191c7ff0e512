import type { HostFunction } from '../host/host-function.ts';
import type { DateValue } from './date-value.ts';
import { DictOf } from './dict-of.ts';
import type { DictSource } from './dict-of.ts';
import type { FloatValue } from './float-value.ts';
import type { Markup } from './markup.ts';
import type { RangeValue } from './range-value.ts';
import type { RunState } from './run-state.ts';

/**
 * A value as a template sees it. Python's int is an integral number (or a bigint past 2^53), float any other number or a
 * FloatValue where it is integral, None is null, a list is a plain array and a tuple a Tuple.
 */
export type Value = null | boolean | number | bigint | string | Value[] | ObjectValue;

export type ObjectValue =
  | FloatValue
  | Markup
  | Undefined
  | Dict
  | DictView
  | RangeValue
  | Stream
  | Namespace
  | Callable
  | DateValue
  | HostLookup;

/** A value that is not there; `owner` is what it was looked up in, `hint` replaces the usual words. */
export class Undefined {
  readonly kind = 'undefined';
  readonly name: string;
  readonly owner: Value | undefined;
  readonly hint: string | undefined;

  constructor(name: string, owner?: Value, hint?: string) {
    this.name = name;
    this.owner = owner;
    this.hint = hint;
  }
}

/** Python's tuple. */
export class Tuple extends Array<Value> {
  // Array methods of a subclass would build tuples through this; lists are wanted there.
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/** A pair of the groupby filter, which also answers to `.grouper` and `.list`. */
export class GroupTuple extends Tuple {}

/** A tuple of the given items. */
export function makeTuple(items: readonly Value[], tuple: Tuple = new Tuple()): Tuple {
  for (const item of items) tuple.push(item);
  return tuple;
}

/** A lazy sequence that can be walked once: the result of map, select and their kin. */
export class Stream {
  readonly kind = 'stream';
  readonly label: string;
  readonly iterator: Iterator<Value>;
  /** How many streams feed it, one after the other. */
  readonly depth: number;

  constructor(label: string, iterator: Iterator<Value>, source?: Value) {
    this.label = label;
    this.iterator = iterator;
    this.depth = source instanceof Stream ? source.depth + 1 : 1;
  }
}

/** The object of namespace(): the only one whose attributes a template may set. */
export class Namespace {
  readonly kind = 'namespace';
  readonly entries = new Map<string, Value>();
}

/** The arguments of a call: by position, and by name where there are any. */
export interface CallArguments {
  readonly positional: readonly Value[];
  readonly named: ReadonlyMap<string, Value> | undefined;
}

/** A way to look up what belongs to an object that is not a dict. */
export type AttributeReader = (run: Run, name: string) => Value | undefined;

/** The only thing a template can call: a macro, a method, a function of ours or of the host. */
export class Callable {
  readonly kind = 'callable';
  readonly name: string;
  readonly call: (run: Run, args: CallArguments) => Value;
  readonly attribute: AttributeReader | undefined;
  /** How it prints; Jinja2 shows macros in its own way. */
  label: string | (() => string) | undefined;

  constructor(name: string, call: (run: Run, args: CallArguments) => Value, attribute?: AttributeReader) {
    this.label = undefined;
    this.name = name;
    this.call = call;
    this.attribute = attribute;
  }
}

/** An object of the host whose attributes are looked up by name when a template asks for them. */
export class HostLookup {
  readonly kind = 'lookup';
  readonly name: string;
  readonly read: (run: Run, key: string) => Value | undefined;

  constructor(name: string, read: (run: Run, key: string) => Value | undefined) {
    this.name = name;
    this.read = read;
  }
}

/** A dict of the template's values. */
export const Dict = DictOf<Value>;
export type Dict = DictOf<Value>;

/** What .keys(), .values() and .items() answer: a view that follows its dict. */
export class DictView {
  readonly kind = 'view';
  readonly dict: Dict;
  readonly part: 'keys' | 'values' | 'items';

  constructor(dict: Dict, part: 'keys' | 'values' | 'items') {
    this.dict = dict;
    this.part = part;
  }
}

/** A variable of the context, as the one object that stands for it in a template. */
export interface ContextVariable {
  readonly name: string;
}

/** The caller's objects that a render has made values of. */
export interface AdoptedObjects extends DictSource<Value> {
  find(data: object): Value | undefined;
  add(data: object, value: Value): void;
  /** Whether this is a host value that was asked and turned out to be nothing. */
  isNothing(data: object): boolean;
  addNothing(data: object): void;
}

/** One render in progress: its output, its budgets, its place and its surroundings. */
export interface Run extends RunState {
  /** Values made from the caller's objects, so that the same object is the same value. */
  adopted: AdoptedObjects | undefined;
  /** A variable of the context, else a global. */
  variable(name: string): Value;
  variableNames(): readonly string[];
  /** An attribute of a variable by the short way; undefined where the long way is needed. */
  peek(variable: ContextVariable, key: string): Value | undefined;
  /** A filter or test by name, to be called with the value as the first argument. */
  find(kind: 'filter' | 'test', name: string): ((args: CallArguments) => Value) | undefined;
  names(kind: 'filter' | 'test'): Iterable<string>;
  /** A host function found in the caller's data, as a value. */
  hostValue(target: HostFunction): Value;
}
