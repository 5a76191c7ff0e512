import { LocalDate } from '../dates/local-date.ts';
import { makeDate } from '../dates/make-date.ts';
import { askHost } from '../host/ask-host.ts';
import { HostFunction } from '../host/host-function.ts';
import { HostValue } from '../host/host-value.ts';
import { makeInteger } from './numbers.ts';
import { Callable, Dict, FloatValue, HostLookup } from './value.ts';
import type { DictSource, Run, Value } from './value.ts';

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

function adoptObject(run: Run, data: object): Value | undefined {
  if (data instanceof FloatValue || data instanceof Callable || data instanceof HostLookup) return data;
  if (data instanceof HostFunction) return run.hostValue(data);
  const known = run.adopted?.get(data);
  if (known !== undefined) return known;
  if (data instanceof Date && Number.isNaN(data.getTime())) return null;
  run.adopted ??= new Map();
  if (data instanceof HostValue) return adoptHostValue(run, data);
  if (Array.isArray(data)) return adoptList(run, data);
  const value =
    data instanceof Date || data instanceof LocalDate
      ? makeDate(data, run.timeZone)
      : new Dict(sourceOf(run, data));
  run.adopted.set(data, value);
  return value;
}

function adoptHostValue(run: Run, data: HostValue): Value | undefined {
  run.step();
  const value = adopt(
    run,
    askHost(run, () => data.read({ now: run.now, timeZone: run.timeZone })),
  );
  if (value !== undefined) run.adopted?.set(data, value);
  return value;
}

function adoptList(run: Run, data: readonly unknown[]): Value {
  run.charge(data.length * 2);
  const list: Value[] = [];
  // Known before it is filled, so that data that contains itself ends.
  run.adopted?.set(data, list);
  run.enter();
  for (let index = 0; index < data.length; index += 1) list.push(adopt(run, data[index]) ?? null);
  run.leave();
  return list;
}

function sourceOf(run: Run, data: object): DictSource {
  return data instanceof Map ? new MapSource(run, data) : new ObjectSource(run, data);
}

/** Own keys of a plain object: nothing inherited can be reached. */
class ObjectSource implements DictSource {
  private readonly run: Run;
  private readonly data: object;

  constructor(run: Run, data: object) {
    this.run = run;
    this.data = data;
  }

  get(key: string): Value | undefined {
    return Object.hasOwn(this.data, key) ? adopt(this.run, Reflect.get(this.data, key)) : undefined;
  }

  keys(): readonly string[] {
    const keys = Object.keys(this.data);
    this.run.charge(keys.length);
    return keys;
  }

  changed(): void {
    this.run.hasChangedData = true;
  }
}

/** The text keys of a Map, which keeps an order that an object does not: integer-like keys. */
class MapSource implements DictSource {
  private readonly run: Run;
  private readonly data: ReadonlyMap<unknown, unknown>;

  constructor(run: Run, data: ReadonlyMap<unknown, unknown>) {
    this.run = run;
    this.data = data;
  }

  get(key: string): Value | undefined {
    return adopt(this.run, this.data.get(key));
  }

  keys(): readonly string[] {
    this.run.charge(this.data.size);
    return [...this.data.keys()].filter((key) => typeof key === 'string');
  }

  changed(): void {
    this.run.hasChangedData = true;
  }
}
