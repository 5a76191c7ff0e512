import type { Value } from './value.ts';
import { Tuple, FloatValue } from './value.ts';

/** What a dict is keyed by: strings and numbers as they are, tuples encoded. */
export type HashKey = string | number | bigint | null | undefined;
export type Entry = [key: Value, value: Value];

// Strings that begin with this unit are prefixed, so that no text can equal the encoding of a tuple.
const mark = '\uDFFF';

/** Tuples nested deeper cannot be keys. */
const deepestKey = 50;

function encode(value: Value, level: number): string | undefined {
  const key = level > deepestKey ? notHashable : hashKey(value, level);
  if (key === notHashable) return undefined;
  return typeof key === 'string'
    ? `s${key.length}:${key}`
    : `${typeof key === 'bigint' ? 'n' : typeof key}:${String(key)};`;
}

/** Stands for a list or dict, which cannot be a key. */
export const notHashable: unique symbol = Symbol('not hashable');

/** The identity of a value as a key, by Python's rules: 1, 1.0 and True are one key. */
export function hashKey(value: Value, level = 0): HashKey | typeof notHashable {
  if (typeof value === 'string') return value.startsWith(mark) ? `${mark}s${value}` : value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    if (!(value instanceof Tuple)) return notHashable;
    const parts: string[] = [];
    for (const item of value) {
      const part = encode(item, level + 1);
      if (part === undefined) return notHashable;
      parts.push(part);
    }
    return `${mark}t${parts.join('')}`;
  }
  if (value instanceof FloatValue) return value.number;
  if (value.kind === 'undefined') return undefined;
  if (value.kind === 'markup') return value.text;
  return notHashable;
}

/** Reads a dict's content from the caller's data when it is first needed. */
export interface DictSource {
  get(key: string): Value | undefined;
  keys(): readonly string[];
  /** Told before the dict, which is a copy from then on, changes. */
  changed(): void;
}

/** Python's dict: insertion order, keys of any hashable type. Backed by the caller's data until it is first listed or changed. */
export class Dict {
  readonly kind = 'dict';
  private entries: Map<HashKey, Entry> | undefined;
  private readonly source: DictSource | undefined;

  constructor(source?: DictSource) {
    this.source = source;
    this.entries = source === undefined ? new Map() : undefined;
  }

  private all(): Map<HashKey, Entry> {
    if (this.entries !== undefined) return this.entries;
    const entries = new Map<HashKey, Entry>();
    for (const key of this.source?.keys() ?? []) {
      const value = this.source?.get(key);
      if (value !== undefined) entries.set(key.startsWith(mark) ? `${mark}s${key}` : key, [key, value]);
    }
    this.entries = entries;
    return entries;
  }

  get size(): number {
    return this.all().size;
  }

  get(key: HashKey): Value | undefined {
    if (this.entries !== undefined) return this.entries.get(key)?.[1];
    return typeof key === 'string' ? this.source?.get(key) : undefined;
  }

  /** The value of a text key that is written in the template, and so is its own identity. */
  getText(key: string): Value | undefined {
    if (this.entries === undefined) return this.source?.get(key);
    return this.entries.get(key)?.[1];
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
