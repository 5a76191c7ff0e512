import { countDays, weekdays, type Weekday } from './calendar.ts';
import { zoneClock } from './zone-clock.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

const readTime = (time: string): number => {
  const [hour, minute] = time.split(':').map(Number);
  return ((hour ?? 0) * 60 + (minute ?? 0)) * minuteMs;
};

/** The moment of a day (`YYYY-MM-DD`) and a time (`HH:MM`) on the clock of an IANA zone (N30). Throws where there is no such day. */
export const momentOnClock = (date: string, time: string, timeZone: string): number => {
  const day = countDays(date);
  if (day === undefined) throw new Error(`${date} is no day of the calendar`);
  return zoneClock(timeZone).momentOf(day * dayMs + readTime(time));
};

interface TimeOfDay {
  /** `HH:MM`. */
  readonly time: string;
  /** None: any. */
  readonly weekdays: readonly Weekday[];
}

// 1 January 1970 was a Thursday.
const weekdayOf = (day: number): Weekday | undefined => weekdays[(((day + 3) % 7) + 7) % 7];

/** The first moment later than `after` at which a zone's clock shows the time on one of the weekdays (N30, N61). */
export const nextTimeOfDay = (
  after: number,
  { time, weekdays: wanted }: TimeOfDay,
  timeZone: string,
): number => {
  const { wallOf, momentOf } = zoneClock(timeZone);
  const today = Math.floor(wallOf(after) / dayMs);
  // From the day before: where clocks are put back, yesterday's time can still be to come.
  for (let day = today - 1; day <= today + 8; day += 1) {
    if (wanted.length > 0 && !wanted.some((name) => name === weekdayOf(day))) continue;
    const moment = momentOf(day * dayMs + readTime(time));
    if (moment > after) return moment;
  }
  throw new Error(`no day within a week has the time ${time}`);
};
