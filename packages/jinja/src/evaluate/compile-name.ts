import { Undefined } from '../values/value.ts';
import type { Evaluate } from './compile-context.ts';
import type { CompileScope, Scope } from './scope.ts';

/** Reads a variable: the innermost body that has set it, else the context, else a global. */
export function compileName(name: string, compileScope: CompileScope): Evaluate {
  const places = compileScope.places(name);
  const [first] = places;
  // These belong to what surrounds them and are never looked up in the context.
  const isContextual = name !== 'loop' && name !== 'caller' && name !== 'self';
  if (first === undefined) return isContextual ? (run) => run.variable(name) : () => new Undefined(name);
  if (places.length === 1 && first.hops === 0) {
    const { slot } = first;
    return (run, scope) => {
      const value = scope.slots[slot];
      if (value !== undefined) return value;
      return isContextual ? run.variable(name) : new Undefined(name);
    };
  }
  return (run, scope) => {
    for (const place of places) {
      const value = outward(scope, place.hops).slots[place.slot];
      if (value !== undefined) return value;
    }
    return isContextual ? run.variable(name) : new Undefined(name);
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
