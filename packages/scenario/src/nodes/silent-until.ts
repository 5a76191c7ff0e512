import { readTime, weekdayOf } from '../settings/calendar.ts';
import { zoneClock } from '../settings/zone-clock.ts';
import type { SilentHoursSettings } from './silent-hours.ts';

const dayMs = 86_400_000;

type Silence = Pick<SilentHoursSettings, 'from' | 'to' | 'silentDays'>;

/** On the clock's own time: until when it is silent; the same time where it is not. */
const endOnClock = (wall: number, { from, to, silentDays }: Silence): number => {
  const day = Math.floor(wall / dayMs);
  if (silentDays.some((silent) => silent === weekdayOf(day))) return (day + 1) * dayMs;
  const [start, end] = [readTime(from), readTime(to)];
  const time = wall - day * dayMs;
  if (start < end) return time >= start && time < end ? day * dayMs + end : wall;
  if (start > end && time >= start) return (day + 1) * dayMs + end;
  return start > end && time < end ? day * dayMs + end : wall;
};

/** A silence that never ends is asked about again after so long. */
const longestMs = 7 * dayMs;

/**
 * The first moment from `moment` on at which it is not silent on the clock of an IANA zone: `moment` itself where it is not
 * silent then. Where nothing but silence comes for a week, the moment a week later.
 */
export const silentUntil = (moment: number, silence: Silence, timeZone: string): number => {
  const { wallOf, changeWithin } = zoneClock(timeZone);
  const last = moment + longestMs;
  for (let now = moment; now < last;) {
    const wall = wallOf(now);
    const end = endOnClock(wall, silence);
    if (end === wall) return now;
    const then = now + (end - wall);
    // Where the clock is put forward or back on the way, the silence is asked about again from there.
    now = changeWithin(now, then) ?? then;
  }
  return last;
};
