import { FloatValue } from '../values/value.ts';

/** A decimal number that shows as one: JSON has no way to tell 20.0 from 20. Safe to put anywhere in a context. */
export function decimal(number: number): unknown {
  return Number.isInteger(number) ? new FloatValue(number) : number;
}
