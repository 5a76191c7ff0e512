import type { Library } from '../evaluate/library.ts';
import type { Builtin } from '../evaluate/signature.ts';
import { builtinFilters } from '../filters/builtin-filters.ts';
import { builtinGlobals } from '../globals/builtin-globals.ts';
import { builtinTests } from '../tests/builtin-tests.ts';
import type { Value } from '../values/value.ts';

/** What a host adds to the language. */
export interface HostAdditions {}

const baseLibrary: Library = {
  filters: new Map<string, Builtin>(builtinFilters),
  tests: new Map<string, Builtin>(builtinTests),
  globals: new Map<string, Value>(builtinGlobals),
};

/** The builtins and what the host adds to them. */
export function buildLibrary(_additions: HostAdditions): Library {
  return baseLibrary;
}
