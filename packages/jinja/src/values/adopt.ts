import type { Run } from '../evaluate/run.ts';
import { Callable } from './callable.ts';
import { DateValue } from './date-value.ts';
import { Dict } from './dict.ts';
import { HostLookup } from './host-value.ts';
import { makeInteger } from './numbers.ts';
import type { Value } from './value.ts';
import { FloatValue } from './value.ts';

/** Turns the caller's data into a value; lists are copied and dicts read on demand, so that nothing of the caller's can change. */
export function adopt(run: Run, data: unknown): Value | undefined {
  switch (typeof data) {
    case 'string':
    case 'boolean':
      return data;
    case 'number':
      return adoptNumber(run, data);
    case 'bigint':
      return makeInteger(run, data);
    case 'object':
      return data === null ? null : adoptObject(run, data);
    case 'undefined':
    case 'function':
    case 'symbol':
      return undefined;
  }
}

function adoptNumber(run: Run, data: number): Value {
  if (!Number.isInteger(data)) return data;
  // Minus zero is a JSON reader's trace of an integer; 0 is what was meant.
  return Number.isSafeInteger(data) ? data + 0 : makeInteger(run, BigInt(data));
}

function adoptObject(run: Run, data: object): Value {
  if (data instanceof FloatValue || data instanceof Callable || data instanceof HostLookup) return data;
  const known = run.adopted.get(data);
  if (known !== undefined) return known;
  const value = convert(run, data);
  run.adopted.set(data, value);
  return value;
}

function convert(run: Run, data: object): Value {
  if (data instanceof Date) return new DateValue(data.getTime(), run.timeZone);
  if (Array.isArray(data)) return adoptList(run, data);
  if (data instanceof Map) return adoptMap(run, data);
  return new Dict({
    get: (key) => (Object.hasOwn(data, key) ? adopt(run, Reflect.get(data, key)) : undefined),
    keys: () => {
      const keys = Object.keys(data);
      run.charge(keys.length);
      return keys;
    },
  });
}

function adoptList(run: Run, data: readonly unknown[]): Value {
  run.charge(data.length);
  const list: Value[] = [];
  // Known before it is filled, so that data that contains itself ends.
  run.adopted.set(data, list);
  for (let index = 0; index < data.length; index += 1) list.push(adopt(run, data[index]) ?? null);
  return list;
}

function adoptMap(run: Run, data: ReadonlyMap<unknown, unknown>): Value {
  return new Dict({
    get: (key) => adopt(run, data.get(key)),
    keys: () => {
      run.charge(data.size);
      return [...data.keys()].filter((key) => typeof key === 'string');
    },
  });
}
