import { lastMoment } from '../dates/last-moment.ts';
import { LocalDate } from '../dates/local-date.ts';
import { makeDate } from '../dates/make-date.ts';
import { askHost } from '../host/ask-host.ts';
import { HostFunction } from '../host/host-function.ts';
import { HostValue } from '../host/host-value.ts';
import { AdoptedData } from './adopted-data.ts';
import { makeInteger } from './numbers.ts';
import { readPlace, unreadable } from './read-data.ts';
import { FloatValue } from './float-value.ts';
import { Callable, Dict, HostLookup } from './value.ts';
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

/** What kind of object the caller gave; a Proxy may fail to say. */
type Kind =
  | { readonly kind: 'value'; readonly value: FloatValue | Callable | HostLookup }
  | { readonly kind: 'function'; readonly target: HostFunction }
  | { readonly kind: 'host'; readonly target: HostValue }
  | { readonly kind: 'date'; readonly date: Date | LocalDate }
  | { readonly kind: 'list'; readonly list: readonly unknown[]; readonly length: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'object' };

const plain: Kind = { kind: 'object' };

function kindOf(run: Run, data: object): Kind {
  try {
    // What nearly all data is; the order of the others does not matter.
    if (isPlainObject(data)) return plain;
    if (Array.isArray(data)) {
      // A Proxy may answer anything.
      const length: unknown = data.length;
      return { kind: 'list', list: data, length: Number(length) };
    }
    // A float is made anew: what claims to be one could be anything.
    if (data instanceof FloatValue) {
      const number: unknown = data.number;
      return { kind: 'value', value: new FloatValue(Number(number)) };
    }
    if (data instanceof Callable || data instanceof HostLookup) return { kind: 'value', value: data };
    if (data instanceof HostFunction) return { kind: 'function', target: data };
    if (data instanceof HostValue) return { kind: 'host', target: data };
    if (data instanceof LocalDate) return { kind: 'date', date: data };
    // Bytes are nothing a text can show, and may be millions.
    if (ArrayBuffer.isView(data)) return { kind: 'nothing' };
    if (!(data instanceof Date)) return plain;
    // Not the method of the data: it may be the data's own.
    const moment = new Date(Date.prototype.getTime.call(data));
    return Math.abs(moment.getTime()) <= lastMoment ? { kind: 'date', date: moment } : { kind: 'nothing' };
  } catch (error) {
    throw unreadable(run, error);
  }
}

function adoptObject(run: Run, data: object): Value | undefined {
  const known = run.adopted?.find(data);
  if (known !== undefined) return known;
  const found = kindOf(run, data);
  switch (found.kind) {
    case 'value':
      return found.value;
    case 'function':
      return run.hostValue(found.target);
    case 'nothing':
      return null;
    case 'host':
      return adoptHostValue(run, found.target);
    case 'list':
      return adoptList(run, found.list, found.length);
    case 'date':
      return remember(run, data, makeDate(found.date, run.timeZone));
    case 'object':
      run.adopted ??= new AdoptedData(run, adopt);
      return remember(run, data, new Dict(run.adopted, data));
  }
}

function remember(run: Run, data: object, value: Value): Value {
  run.adopted ??= new AdoptedData(run, adopt);
  run.adopted.add(data, value);
  return value;
}

function adoptHostValue(run: Run, data: HostValue): Value | undefined {
  if (run.adopted?.isNothing(data) === true) return undefined;
  run.step();
  const value = adopt(
    run,
    askHost(run, () => data.read({ now: run.now, timeZone: run.timeZone })),
  );
  run.adopted ??= new AdoptedData(run, adopt);
  if (value === undefined) run.adopted.addNothing(data);
  else run.adopted.add(data, value);
  return value;
}

function adoptList(run: Run, data: readonly unknown[], length: number): Value {
  run.charge(length * 2);
  const list: Value[] = [];
  // Known before it is filled, so that data that contains itself ends.
  remember(run, data, list);
  run.enter();
  for (let index = 0; index < length; index += 1) list.push(adopt(run, readPlace(run, data, index)) ?? null);
  run.leave();
  return list;
}
