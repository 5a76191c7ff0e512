import { countDays, readTime, weekdayOf, type Weekday } from './calendar.ts';
import { zoneClock, type ZoneClock } from './zone-clock.ts';

const dayMs = 86_400_000;

/** The moment of a wall time (N30): one that the clock skips, which it finds as the moment of its change, is as much later as the clock. */
export const momentAt = ({ wallOf, momentOf }: ZoneClock, wall: number): number => {
  const moment = momentOf(wall);
  return wallOf(moment) === wall ? moment : moment + (wall - (wallOf(moment - 1) + 1));
};

/** The moment of a day (`YYYY-MM-DD`) and a time (`HH:MM`) on the clock of an IANA zone (N30). Throws where there is no such day. */
export const momentOnClock = (date: string, time: string, timeZone: string): number => {
  const day = countDays(date);
  if (day === undefined) throw new Error(`${date} is no day of the calendar`);
  return momentAt(zoneClock(timeZone), day * dayMs + readTime(time));
};

interface TimeOfDay {
  /** `HH:MM`. */
  readonly time: string;
  /** None: any. */
  readonly weekdays: readonly Weekday[];
}

/** The first moment later than `after` at which a zone's clock shows the time on one of the weekdays (N30, N61). */
export const nextTimeOfDay = (
  after: number,
  { time, weekdays: wanted }: TimeOfDay,
  timeZone: string,
): number => {
  const clock = zoneClock(timeZone);
  const timeOfDay = readTime(time);
  const today = Math.floor(clock.wallOf(after) / dayMs);
  // From the day before: a time that the clock skipped at midnight is still to come.
  for (let day = today - 1; day <= today + 8; day += 1) {
    if (wanted.length > 0 && !wanted.some((name) => name === weekdayOf(day))) continue;
    const moment = momentAt(clock, day * dayMs + timeOfDay);
    if (moment > after) return moment;
  }
  throw new Error(`no day within a week has the time ${time}`);
};
