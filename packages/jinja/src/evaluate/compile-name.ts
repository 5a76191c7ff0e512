import type { Span } from '../template-error.ts';
import type { Evaluate } from './compile-context.ts';
import type { CompileScope, Scope } from './scope.ts';
import { Undefined } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

// These belong to what surrounds them and are never looked up in the context.
export const surroundings: ReadonlySet<string> = new Set(['loop', 'caller', 'self']);

/** Reads a variable: the innermost body that has set it, else the context, else a global. */
export function compileName(node: { readonly value: string } & Span, compileScope: CompileScope): Evaluate {
  const name = node.value;
  const { slots, inContext } = compileScope.places(name);
  const [first] = slots;
  const fallback: (run: Run) => Value =
    inContext && !surroundings.has(name)
      ? (run) => {
          // Data may be refused as soon as it is read.
          run.at = node;
          return run.variable(name);
        }
      : () => new Undefined(name);
  if (first === undefined) return fallback;
  if (slots.length === 1 && first.hops === 0) {
    const { slot } = first;
    return (run, scope) => {
      const value = scope.slots[slot];
      return value === undefined ? fallback(run) : value;
    };
  }
  return (run, scope) => {
    for (const place of slots) {
      const value = outward(scope, place.hops).slots[place.slot];
      if (value !== undefined) return value;
    }
    return fallback(run);
  };
}

function outward(from: Scope, hops: number): Scope {
  let scope = from;
  for (let hop = 0; hop < hops; hop += 1) {
    if (scope.parent === undefined) throw new Error('a scope lacks the parent it was compiled with');
    scope = scope.parent;
  }
  return scope;
}
