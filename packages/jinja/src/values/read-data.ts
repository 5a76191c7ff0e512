import { isStackOverflow } from '../is-stack-overflow.ts';
import { TemplateFailure } from '../template-error.ts';
import type { RunState } from './run-state.ts';

/**
 * What an own getter or a Proxy of the caller's throws, as the template's error. Getters are read like other keys: to find
 * out first which keys have one would cost more than all the reading.
 */
export function unreadable(run: RunState, error: unknown): unknown {
  if (error instanceof TemplateFailure || isStackOverflow(error)) return error;
  return run.fail(
    'value',
    'this cannot be read, because the data it comes from fails: check where it comes from',
  );
}

function hasOwn(data: object, key: string): data is Readonly<Record<string, unknown>> {
  return Object.hasOwn(data, key);
}

/** A key of the caller's: of a plain object only an own one, so that nothing inherited can be reached. */
export function readKey(run: RunState, data: object, key: string): unknown {
  try {
    // Not the method of the data: it may be the data's own.
    if (data instanceof Map) return Map.prototype.get.call(data, key);
    return hasOwn(data, key) ? data[key] : undefined;
  } catch (error) {
    throw unreadable(run, error);
  }
}

/** A place of a list of the caller's. */
export function readPlace(run: RunState, list: readonly unknown[], place: number): unknown {
  try {
    return list[place];
  } catch (error) {
    throw unreadable(run, error);
  }
}

/** The text keys of the caller's object. A Map keeps an order that an object does not: integer-like keys. */
export function readKeys(run: RunState, data: object): readonly string[] {
  try {
    if (!(data instanceof Map)) return Object.keys(data);
    const keys: unknown[] = [...Map.prototype.keys.call(data)];
    return keys.filter((key) => typeof key === 'string');
  } catch (error) {
    throw unreadable(run, error);
  }
}
