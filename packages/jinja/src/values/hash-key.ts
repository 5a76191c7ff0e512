import { FloatValue, Tuple, keyMark, textKey } from './value.ts';
import type { HashKey, Value } from './value.ts';

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
  if (value instanceof FloatValue) return value.number;
  if (value.kind === 'undefined') return undefined;
  if (value.kind === 'markup') return value.text;
  return notHashable;
}
