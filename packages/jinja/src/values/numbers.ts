import { DateValue } from './date-value.ts';
import { FloatValue } from './float-value.ts';
import type { Run, Value } from './value.ts';

/** A float with Python's identity: integral ones are boxed. */
export function makeFloat(number: number): Value {
  return Number.isInteger(number) ? new FloatValue(number) : number;
}

/** An integer, as a number while it is safe; wide ones are counted. */
export function makeInteger(run: Run, integer: bigint): Value {
  if (integer >= -9007199254740991n && integer <= 9007199254740991n) return Number(integer);
  run.countInteger(integer);
  return integer;
}

/** The integer behind an int or a bool; nothing for other values. */
export function integerOf(value: Value): number | bigint | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  if (typeof value === 'bigint') return value;
  return typeof value === 'boolean' ? Number(value) : undefined;
}

/** The number behind any numeric value, as a float; a date counts as its seconds since 1970, as `time` does. */
export function numberOf(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof FloatValue) return value.number;
  if (typeof value === 'boolean' || typeof value === 'bigint') return Number(value);
  return value instanceof DateValue ? value.milliseconds / 1000 : undefined;
}

/** Whether a value is a float (bools and ints are not). */
export function isFloat(value: Value): boolean {
  return value instanceof FloatValue || (typeof value === 'number' && !Number.isInteger(value));
}
