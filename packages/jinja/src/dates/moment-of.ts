import { numberOf } from '../values/numbers.ts';
import { textOf } from '../values/text-of.ts';
import { DateValue } from '../values/date-value.ts';
import type { Run, Value } from '../values/value.ts';
import { calendarCost } from './calendar-cost.ts';
import { makeDate } from './make-date.ts';
import { readDate } from './read-date.ts';

/** The moment of a date, of seconds since 1970 or of an ISO 8601 text on the clock of a zone, in milliseconds; nothing for other values. */
export function momentOf(run: Run, value: Value, timeZone: string): number | undefined {
  if (value instanceof DateValue) return value.milliseconds;
  if (typeof value === 'boolean') return undefined;
  const seconds = numberOf(value);
  if (seconds !== undefined) return seconds * 1000;
  const text = textOf(value);
  if (text === undefined) return undefined;
  run.charge(calendarCost);
  const date = readDate(text);
  return date === undefined ? undefined : makeDate(date, timeZone).milliseconds;
}
