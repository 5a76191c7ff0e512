import { Tuple, keyMark, textKey } from './value.ts';
import type { HashKey, ObjectValue, RangeValue, Value } from './value.ts';

/** Tuples nested deeper cannot be keys. */
const deepestKey = 50;

function encode(value: Value, level: number): string | undefined {
  const key = level > deepestKey ? notHashable : hashKey(value, level);
  if (key === notHashable) return undefined;
  return typeof key === 'string'
    ? `s${key.length}:${key}`
    : `${typeof key === 'bigint' ? 'n' : typeof key}:${String(key)};`;
}

/** Objects without a value of their own are keys by being themselves. */
const identities = new WeakMap<object, number>();
let identityCount = 0;

function identityOf(value: object): string {
  const known = identities.get(value);
  if (known !== undefined) return `${keyMark}o${known}`;
  identityCount += 1;
  identities.set(value, identityCount);
  return `${keyMark}o${identityCount}`;
}

function objectKey(value: ObjectValue): HashKey | typeof notHashable {
  switch (value.kind) {
    case 'float':
      return value.number;
    case 'undefined':
      return undefined;
    case 'markup':
      return textKey(value.text);
    case 'date':
      return `${keyMark}d${value.milliseconds}`;
    case 'range':
      return `${keyMark}r${rangeIdentity(value)}`;
    case 'dict':
      return notHashable;
    case 'view':
      return value.part === 'values' ? identityOf(value) : notHashable;
    case 'stream':
    case 'namespace':
    case 'callable':
    case 'lookup':
      return identityOf(value);
  }
}

/** Ranges of the same numbers are equal. */
function rangeIdentity({ start, step, length }: RangeValue): string {
  return [length, ...(length > 0 ? [start] : []), ...(length > 1 ? [step] : [])].join();
}

/** Stands for a list or dict, which cannot be a key. */
export const notHashable: unique symbol = Symbol('not hashable');

/** The identity of a value as a key, by Python's rules: 1, 1.0 and True are one key. */
export function hashKey(value: Value, level = 0): HashKey | typeof notHashable {
  if (typeof value === 'string') return textKey(value);
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
    return `${keyMark}t${parts.join('')}`;
  }
  return objectKey(value);
}
