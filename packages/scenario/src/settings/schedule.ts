import { CronExpressionParser } from 'cron-parser';
import { momentOnClock } from './moments.ts';
import { isClock } from './time-zone.ts';
import { zoneClock } from './zone-clock.ts';

export type Schedule =
  | { readonly ok: true; readonly next: readonly Date[] }
  | { readonly ok: false; readonly reason: 'fields' | 'never' | 'syntax' | 'time_zone' };

interface ScheduleQuestion {
  /** IANA name. */
  readonly timeZone: string;
  readonly from: Date;
  readonly count: number;
}

// The library can draw a time by lot, `H`: each reader would draw another one.
const isDrawn = (cron: string): boolean => /(?:^|[\s,])H/i.test(cron);

const readRuns = (fields: string, { timeZone, from, count }: ScheduleQuestion): Schedule => {
  try {
    const expression = CronExpressionParser.parse(fields, { tz: timeZone, currentDate: from });
    // `take` ends without a word where there are no more.
    const next = Array.from({ length: count }, () => expression.next().toDate());
    return { ok: true, next };
  } catch (error) {
    // The library says everything with an error: what it cannot read, and a date that never comes (30 February).
    const words = error instanceof Error ? error.message : '';
    return { ok: false, reason: /loop limit|explicit day of month/i.test(words) ? 'never' : 'syntax' };
  }
};

// Where a clock is put back by half an hour (Lord Howe) the library finds nothing that comes after it: it is asked for the times on
// the clock, and those are found as all others are.
const readRunsOnClock = (fields: string, { timeZone, from, count }: ScheduleQuestion): Schedule => {
  const next: Date[] = [];
  for (let wall = new Date(zoneClock(timeZone).wallOf(from.getTime())); next.length < count;) {
    const shown = readRuns(fields, { timeZone: 'UTC', from: wall, count: 1 });
    if (!shown.ok) return shown;
    [wall = wall] = shown.next;
    const [day = '', time = ''] = wall.toISOString().split('T');
    const moment = new Date(momentOnClock(day, time.slice(0, 5), timeZone));
    if (moment > (next.at(-1) ?? from)) next.push(moment);
  }
  return { ok: true, next };
};

/**
 * The next `count` runs after `from` of a cron expression of five fields (minute, hour, day of month, month, day of week) on the
 * clock of an IANA zone. Read by the library that the queue runs schedules with, so that what is shown is what happens.
 */
export const readSchedule = (cron: string, { timeZone, from, count }: ScheduleQuestion): Schedule => {
  const fields = cron.trim();
  // Six fields would be seconds, which no schedule runs by.
  if (fields.split(/\s+/).length !== 5) return { ok: false, reason: 'fields' };
  if (!isClock(timeZone)) return { ok: false, reason: 'time_zone' };
  if (isDrawn(fields)) return { ok: false, reason: 'syntax' };
  const runs = readRuns(fields, { timeZone, from, count });
  return runs.ok || runs.reason !== 'never' ? runs : readRunsOnClock(fields, { timeZone, from, count });
};
