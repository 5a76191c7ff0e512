import { z } from 'zod';
import { zoneClock } from './zone-clock.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const weekdaySchema = z.enum(weekdays);
export type Weekday = z.infer<typeof weekdaySchema>;

const weekdayNames: { readonly [D in Weekday]: string } = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

/** `Monday`, or `Mon` in short. */
export const nameWeekday = (day: Weekday, length: 'long' | 'short' = 'long'): string =>
  length === 'long' ? weekdayNames[day] : weekdayNames[day].slice(0, 3);

/** `Monday`, or `Mon, Wed`: each once, from Monday on. */
export const nameWeekdays = (days: readonly Weekday[]): string => {
  const named = weekdays.filter((day) => days.includes(day));
  return named.map((day) => nameWeekday(day, named.length === 1 ? 'long' : 'short')).join(', ');
};

/** A day as an input field gives it: `2026-11-30`, or empty. */
export const daySchema = z.string().max(10);
/** A time of day as an input field gives it: `09:00`, or empty. */
export const timeSchema = z.string().max(5);

const dayMs = 86_400_000;

/** Days from 1 January 1970 to a day of the calendar written YYYY-MM-DD; undefined where there is no such day. */
export const countDays = (text: string): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  // 30 February is read as 2 March.
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  return isReal ? date.getTime() / dayMs : undefined;
};

/** Whether a text is a day of the calendar, as YYYY-MM-DD. */
export const isDay = (text: string): boolean => countDays(text) !== undefined;

const isoDate =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(?:(Z)|([+-])([01]\d|2[0-3]):?([0-5]\d))?)?$/i;

/**
 * The day that an ISO 8601 text says, counted from 1970: `2026-11-30`, `2026-11-30T18:05` as they are written, a moment
 * (`2026-11-30T18:05:00Z`, also with an offset) on the clock of `dayOfMoment`. Undefined for any other text.
 */
export const readDay = (text: string, dayOfMoment: (milliseconds: number) => number): number | undefined => {
  const match = isoDate.exec(text);
  if (!match) return undefined;
  const [, date = '', hour = '', minute = '', second = '0', zulu, sign, hours, minutes] = match;
  const day = countDays(date);
  if (day === undefined || (zulu === undefined && sign === undefined)) return day;
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -60_000 : 60_000);
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1_000;
  return dayOfMoment(day * dayMs + time - offset);
};

/** Makes the function that says on which day, counted from 1970, a moment is in a time zone; `timeZone` is an IANA name. */
export const createDayCounter = (timeZone: string): ((milliseconds: number) => number) => {
  const { wallOf } = zoneClock(timeZone);
  return (milliseconds) => Math.floor(wallOf(milliseconds) / dayMs);
};

/** The day of the week of a day counted from 1970, which began on a Thursday. */
export const weekdayOf = (day: number): Weekday | undefined => weekdays[(((day + 3) % 7) + 7) % 7];

/** Whether a text is a time of day, as HH:MM. */
export const isTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Milliseconds from midnight to a time of day written HH:MM. */
export const readTime = (time: string): number => {
  const [hour, minute] = time.split(':').map(Number);
  return ((hour ?? 0) * 60 + (minute ?? 0)) * 60_000;
};

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `30 Nov 2026`; the text itself where it is no day. */
export const describeDay = (day: string): string =>
  isDay(day) ? dayFormat.format(new Date(`${day}T00:00:00Z`)) : day;

/** `9:00`. */
export const describeTime = (time: string): string => time.replace(/^0/, '');
