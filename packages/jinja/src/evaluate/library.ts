import type { HostFunction } from '../host/host-function.ts';
import type { Builtin } from './signature.ts';
import type { Callable, Value } from '../values/value.ts';

/** What a template can use by name; lookups go through Maps, never through objects with a prototype. */
export interface Library {
  readonly filters: ReadonlyMap<string, Builtin>;
  readonly tests: ReadonlyMap<string, Builtin>;
  /** Wraps a host function found in the caller's data. */
  readonly callHost: (target: HostFunction) => Value;
  readonly globals: ReadonlyMap<string, Callable | Value>;
}
