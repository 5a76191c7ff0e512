import type { Value } from './value.ts';

/** The value, or another where there is none. None is a value, so `??` will not do. */
export function orElse(value: Value | undefined, other: () => Value): Value {
  return value === undefined ? other() : value;
}
