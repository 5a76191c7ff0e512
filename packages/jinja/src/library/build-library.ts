import type { Library } from '../evaluate/library.ts';
import type { Builtin } from '../evaluate/signature.ts';
import { builtinFilters } from '../filters/builtin-filters.ts';
import { dateFilters } from '../filters/date-filters.ts';
import { builtinGlobals } from '../globals/builtin-globals.ts';
import { hostBuiltin, hostCallable } from '../host/host-builtin.ts';
import type { HostFunction } from '../host/host-function.ts';
import { builtinTests } from '../tests/builtin-tests.ts';
import type { Value } from '../values/value.ts';

/** What a host adds to the language, by name; a name of Jinja2's own is replaced. */
export interface HostAdditions {
  readonly functions?: Readonly<Record<string, HostFunction>>;
  readonly filters?: Readonly<Record<string, HostFunction>>;
}

const baseLibrary: Library = {
  filters: new Map<string, Builtin>([...builtinFilters, ...dateFilters]),
  tests: new Map<string, Builtin>(builtinTests),
  callHost: (target) => hostCallable('function', target),
  globals: new Map<string, Value>(builtinGlobals),
};

/** The builtins and what the host adds to them. */
export function buildLibrary({ functions = {}, filters = {} }: HostAdditions): Library {
  const addedFilters = Object.entries(filters);
  const addedFunctions = Object.entries(functions);
  if (addedFilters.length === 0 && addedFunctions.length === 0) return baseLibrary;
  return {
    filters: new Map([
      ...baseLibrary.filters,
      ...addedFilters.map(([name, target]) => [name, hostBuiltin(name, target)] as const),
    ]),
    tests: baseLibrary.tests,
    callHost: baseLibrary.callHost,
    globals: new Map<string, Value>([
      ...baseLibrary.globals,
      ...addedFunctions.map(([name, target]): [string, Value] => [name, hostCallable(name, target)]),
    ]),
  };
}
