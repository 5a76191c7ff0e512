import { DateValue } from '../values/date-value.ts';
import type { LocalDate } from './local-date.ts';
import { momentOfReading } from './local-date.ts';

/** A date as a value, on the clock of a time zone; a day begins at midnight there. */
export function makeDate(date: LocalDate | Date, timeZone: string): DateValue {
  if (date instanceof Date) return new DateValue(date.getTime(), timeZone);
  return new DateValue(momentOfReading(date.reading, timeZone), timeZone, date.isDay);
}
