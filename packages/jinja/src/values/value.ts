import type { Callable } from './callable.ts';
import type { DateValue } from './date-value.ts';
import type { Dict, DictView } from './dict.ts';
import type { HostLookup } from './host-lookup.ts';

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

/** A float that JavaScript could not tell from an integer: 5.0, -0.0. */
export class FloatValue {
  readonly kind = 'float';
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

/** Text that needs no escaping any more (Python's markupsafe.Markup). */
export class Markup {
  readonly kind = 'markup';
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

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

/** Python's range: numbers that are not stored. */
export class RangeValue {
  readonly kind = 'range';
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly length: number;

  constructor(start: number, stop: number, step: number) {
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.length = Math.max(0, Math.ceil((stop - start) / step));
  }
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
