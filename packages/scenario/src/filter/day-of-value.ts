import { createDayCounter } from '../settings/calendar.ts';
import { readDate } from './read-value.ts';

const dayMs = 86_400_000;

/** The day (`YYYY-MM-DD`) that a value says, read as filters read a date (N49) on the clock of a zone; null: it says none. */
export const dayOfValue = (value: unknown, timeZone: string): string | null => {
  const day = readDate(value, createDayCounter(timeZone));
  return day === undefined ? null : new Date(day * dayMs).toISOString().slice(0, 10);
};
