import { readDate } from '../dates/read-date.ts';
import { FloatValue } from '../values/float-value.ts';

/** A decimal number that shows as one: JSON has no way to tell 20.0 from 20. Safe to put anywhere in a context. */
export function decimal(number: number): unknown {
  return Number.isInteger(number) ? new FloatValue(number) : number;
}

/**
 * What an ISO 8601 text says, as a date for a context: a day (`2026-11-30`), a moment (`2026-11-30T18:05:00Z`) or a time
 * without offset, which is read on the clock of the render. Undefined when it is none of them.
 */
export function calendarDate(text: string): unknown {
  return readDate(text);
}
