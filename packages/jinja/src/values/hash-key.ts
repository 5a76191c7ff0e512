import { keyMark, textKey } from './text-key.ts';
import { Tuple } from './value.ts';
import type { RangeValue } from './range-value.ts';
import type { HashKey } from './text-key.ts';
import type { ObjectValue, Run, Value } from './value.ts';

/** Tuples nested deeper cannot be keys. */
const deepestKey = 50;

/** Texts up to this length are looked up in no time. */
const shortText = 64;
/** What a part of a tuple costs, in characters. */
const partCost = 16;

/** Numbers from here on are keys as texts, whose place in a table nobody can foresee as an engine lets them foresee a number's. */
const firstWide = 1_024;

/** A number as a key: an int and the float that equals it are one. */
function hashNumber(run: Run, number: number | bigint): HashKey {
  if (typeof number === 'number') {
    if (Math.abs(number) < firstWide && Number.isInteger(number)) return number;
    if (!Number.isInteger(number)) return `${keyMark}f${number}`;
    if (Number.isSafeInteger(number)) return `${keyMark}n${number.toString(16)}`;
  }
  const digits = BigInt(number).toString(16);
  run.charge(digits.length);
  return `${keyMark}n${digits}`;
}

/** A text as a key; where it is long, the engine may have to compare all of it with another. */
export function hashText(run: Run, text: string): string {
  if (text.length > shortText) run.charge(text.length);
  return textKey(text);
}

function encode(run: Run, value: Value, level: number): string | undefined {
  const key = level > deepestKey ? notHashable : hashKey(run, value, level);
  if (key === notHashable) return undefined;
  return typeof key === 'string' ? `s${key.length}:${key}` : `${typeof key}:${String(key)};`;
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

function objectKey(run: Run, value: ObjectValue): HashKey | typeof notHashable {
  switch (value.kind) {
    case 'float':
      return hashNumber(run, value.number);
    case 'undefined':
      return undefined;
    case 'markup':
      return hashText(run, value.text);
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
export function hashKey(run: Run, value: Value, level = 0): HashKey | typeof notHashable {
  if (typeof value === 'string') return hashText(run, value);
  if (typeof value === 'number' || typeof value === 'bigint') return hashNumber(run, value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value instanceof Tuple ? tupleKey(run, value, level) : notHashable;
  }
  return objectKey(run, value);
}

/** The identities of all parts, one after the other: a part that occurs twice is worked out and counted twice. */
function tupleKey(run: Run, tuple: Tuple, level: number): HashKey | typeof notHashable {
  const parts: string[] = [];
  for (const item of tuple) {
    run.step();
    const part = encode(run, item, level + 1);
    if (part === undefined) return notHashable;
    run.charge(partCost + part.length);
    parts.push(part);
  }
  return `${keyMark}t${parts.join('')}`;
}
