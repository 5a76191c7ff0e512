import { keyText, textKey } from './text-key.ts';
import type { HashKey } from './text-key.ts';

const noData = {};

/** Python's dict: insertion order, keys of any hashable type. Backed by the caller's data until it is first listed or changed. */
export class DictOf<V> {
  readonly kind = 'dict';
  private entries: Map<HashKey, Entry<V>> | undefined;
  private readonly source: DictSource<V> | undefined;
  private readonly data: object;

  constructor(source?: DictSource<V>, data: object = noData) {
    this.source = source;
    this.data = data;
    this.entries = source === undefined ? new Map() : undefined;
  }

  private all(): Map<HashKey, Entry<V>> {
    if (this.entries !== undefined) return this.entries;
    const entries = new Map<HashKey, Entry<V>>();
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

  get(key: HashKey): V | undefined {
    if (this.entries !== undefined) return this.entries.get(key)?.[1];
    const text = typeof key === 'string' ? keyText(key) : undefined;
    return text === undefined ? undefined : this.source?.get(this.data, text);
  }

  /** The value of a text key. */
  getText(key: string): V | undefined {
    if (this.entries === undefined) return this.source?.get(this.data, key);
    return this.entries.get(textKey(key))?.[1];
  }

  has(key: HashKey): boolean {
    return this.get(key) !== undefined;
  }

  set(hash: HashKey, key: V | string, value: V): void {
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
  hashed(): IterableIterator<[HashKey, Entry<V>]> {
    return this.all().entries();
  }

  list(): IterableIterator<Entry<V>> {
    return this.all().values();
  }
}

type Entry<V> = [key: V | string, value: V];

/** Reads the content of dicts from the caller's data when it is first needed. */
export interface DictSource<V> {
  get(data: object, key: string): V | undefined;
  keys(data: object): readonly string[];
  /** Told before a dict, which is a copy from then on, changes. */
  changed(): void;
}
