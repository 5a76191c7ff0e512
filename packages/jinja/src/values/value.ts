import { zonedTime } from '../dates/zoned-time.ts';
import type { ZonedTime } from '../dates/zoned-time.ts';
import type { HostFunction } from '../host/host-function.ts';
import type { Limits } from '../limits.ts';
import type { Span, TemplateErrorCode, TemplateFailure } from '../template-error.ts';

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

/** A moment: milliseconds since 1970 in UTC, read on the clock of an IANA time zone. */
export class DateValue {
  readonly kind = 'date';
  readonly milliseconds: number;
  readonly timeZone: string;
  /** A day without a time, which begins at midnight in the time zone. */
  readonly isDay: boolean;
  private shown: ZonedTime | undefined;

  constructor(milliseconds: number, timeZone: string, isDay = false) {
    this.milliseconds = milliseconds;
    this.timeZone = timeZone;
    this.isDay = isDay;
    this.shown = undefined;
  }

  /** What clock and calendar show; asked of the runtime's calendar once. */
  get time(): ZonedTime {
    this.shown ??= zonedTime(this.milliseconds, this.timeZone);
    return this.shown;
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

/** What a dict is keyed by: texts and small numbers as they are, all else as a text that begins with the key mark. */
export type HashKey = string | number | null | undefined;
export type Entry = [key: Value, value: Value];

// Strings that begin with this unit are prefixed, so that no text can equal the encoding of another value.
export const keyMark = '\uDFFF';

/** The identity of a text as a key. */
export function textKey(text: string): string {
  return text.startsWith(keyMark) ? `${keyMark}s${text}` : text;
}

/** The text a key is the identity of; nothing for the identity of another value. */
function keyText(key: string): string | undefined {
  if (!key.startsWith(keyMark)) return key;
  return key.charAt(1) === 's' ? key.slice(2) : undefined;
}

/** Reads the content of dicts from the caller's data when it is first needed. */
export interface DictSource {
  get(data: object, key: string): Value | undefined;
  keys(data: object): readonly string[];
  /** Told before a dict, which is a copy from then on, changes. */
  changed(): void;
}

const noData = {};

/** Python's dict: insertion order, keys of any hashable type. Backed by the caller's data until it is first listed or changed. */
export class Dict {
  readonly kind = 'dict';
  private entries: Map<HashKey, Entry> | undefined;
  private readonly source: DictSource | undefined;
  private readonly data: object;

  constructor(source?: DictSource, data: object = noData) {
    this.source = source;
    this.data = data;
    this.entries = source === undefined ? new Map() : undefined;
  }

  private all(): Map<HashKey, Entry> {
    if (this.entries !== undefined) return this.entries;
    const entries = new Map<HashKey, Entry>();
    for (const key of this.source?.keys(this.data) ?? []) {
      const value = this.source?.get(this.data, key);
      if (value !== undefined) entries.set(textKey(key), [key, value]);
    }
    this.entries = entries;
    return entries;
  }

  get size(): number {
    return this.all().size;
  }

  get(key: HashKey): Value | undefined {
    if (this.entries !== undefined) return this.entries.get(key)?.[1];
    const text = typeof key === 'string' ? keyText(key) : undefined;
    return text === undefined ? undefined : this.source?.get(this.data, text);
  }

  /** The value of a text key. */
  getText(key: string): Value | undefined {
    if (this.entries === undefined) return this.source?.get(this.data, key);
    return this.entries.get(textKey(key))?.[1];
  }

  has(key: HashKey): boolean {
    return this.get(key) !== undefined;
  }

  set(hash: HashKey, key: Value, value: Value): void {
    this.source?.changed();
    const entry = this.all().get(hash);
    if (entry === undefined) this.all().set(hash, [key, value]);
    else entry[1] = value;
  }

  delete(key: HashKey): boolean {
    this.source?.changed();
    return this.all().delete(key);
  }

  clear(): void {
    this.source?.changed();
    this.all().clear();
  }

  /** Entries with the identity of their key. */
  hashed(): IterableIterator<[HashKey, Entry]> {
    return this.all().entries();
  }

  list(): IterableIterator<Entry> {
    return this.all().values();
  }
}

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
export interface AdoptedObjects extends DictSource {
  find(data: object): Value | undefined;
  add(data: object, value: Value): void;
  /** Whether this is a host value that was asked and turned out to be nothing. */
  isNothing(data: object): boolean;
  addNothing(data: object): void;
}

/** One render in progress: its output, its budgets, its place and its surroundings. */
export interface Run {
  /** The place of the operation that was begun last; a failure is reported there. */
  at: Span;
  autoescape: boolean;
  readonly limits: Limits;
  readonly now: number;
  readonly timeZone: string;
  /** Values made from the caller's objects, so that the same object is the same value. */
  adopted: AdoptedObjects | undefined;
  /** Whether data must be read the long way: the template has changed its copy of a dict, or the context is no plain object. */
  hasChangedData: boolean;
  fail(code: TemplateErrorCode, message: string): TemplateFailure;
  step(): void;
  charge(units: number): void;
  countInteger(integer: bigint): void;
  enter(): void;
  leave(): void;
  random(): number;
  /** Sends a text of the template and what comes after it on. */
  write(before: string, text: string): void;
  /** Runs a body and returns what it wrote instead of sending it on. */
  capture(body: () => void): string;
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
