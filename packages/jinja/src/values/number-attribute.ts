import { integerOf, isFloat, makeFloat } from './numbers.ts';
import type { RangeValue } from './range-value.ts';
import type { Value } from './value.ts';

/** What Python's numbers are as complex numbers and as fractions; truth values are the numbers 0 and 1. */
export function numberAttribute(target: Value, name: string): Value | undefined {
  if (isFloat(target)) {
    if (name === 'imag') return makeFloat(0);
    return name === 'real' ? target : undefined;
  }
  const integer = integerOf(target);
  if (integer === undefined) return undefined;
  switch (name) {
    case 'real':
    case 'numerator':
      return integer;
    case 'imag':
      return 0;
    case 'denominator':
      return 1;
    default:
      return undefined;
  }
}

/** The three numbers a range was made of. */
export function rangeAttribute(range: RangeValue, name: string): number | undefined {
  return name === 'start' || name === 'stop' || name === 'step' ? range[name] : undefined;
}
