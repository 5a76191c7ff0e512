import { LocalDate } from '../dates/local-date.ts';
import { makeDate } from '../dates/make-date.ts';
import { askHost } from '../host/ask-host.ts';
import { HostFunction } from '../host/host-function.ts';
import { HostValue } from '../host/host-value.ts';
import { AdoptedData } from './adopted-data.ts';
import { makeInteger } from './numbers.ts';
import { Callable, Dict, FloatValue, HostLookup } from './value.ts';
import type { Run, Value } from './value.ts';

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

/** Whether data is an object with no prototype but Object's own. */
export function isPlainObject(data: unknown): data is Readonly<Record<string, unknown>> {
  if (typeof data !== 'object' || data === null) return false;
  const prototype: unknown = Reflect.getPrototypeOf(data);
  return prototype === Object.prototype || prototype === null;
}

function adoptObject(run: Run, data: object): Value | undefined {
  if (data instanceof FloatValue || data instanceof Callable || data instanceof HostLookup) return data;
  if (data instanceof HostFunction) return run.hostValue(data);
  const known = run.adopted?.find(data);
  if (known !== undefined) return known;
  if (data instanceof Date && Number.isNaN(data.getTime())) return null;
  // Bytes are nothing a text can show, and may be millions.
  if (ArrayBuffer.isView(data)) return null;
  if (data instanceof HostValue) return adoptHostValue(run, data);
  run.adopted ??= new AdoptedData(run, adopt);
  if (Array.isArray(data)) return adoptList(run, data);
  const value =
    data instanceof Date || data instanceof LocalDate
      ? makeDate(data, run.timeZone)
      : new Dict(run.adopted, data);
  run.adopted.add(data, value);
  return value;
}

function adoptHostValue(run: Run, data: HostValue): Value | undefined {
  run.step();
  const value = adopt(
    run,
    askHost(run, () => data.read({ now: run.now, timeZone: run.timeZone })),
  );
  run.adopted ??= new AdoptedData(run, adopt);
  if (value !== undefined) run.adopted.add(data, value);
  return value;
}

function adoptList(run: Run, data: readonly unknown[]): Value {
  run.charge(data.length * 2);
  const list: Value[] = [];
  // Known before it is filled, so that data that contains itself ends.
  run.adopted?.add(data, list);
  run.enter();
  for (let index = 0; index < data.length; index += 1) list.push(adopt(run, data[index]) ?? null);
  run.leave();
  return list;
}
