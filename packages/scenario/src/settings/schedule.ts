import { CronExpressionParser } from 'cron-parser';
import { momentAt } from './moments.ts';
import { isClock } from './time-zone.ts';
import { zoneClock, type ZoneClock } from './zone-clock.ts';

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

const hoursOfDay = 24;

/** By no more a clock is put forward or back. */
const widestMs = 3 * 3_600_000;

/** The moment at which a clock that is put back shows a wall time once more. */
const secondOf = ({ wallOf, changeWithin }: ZoneClock, first: number): number | undefined => {
  const change = changeWithin(first, first + widestMs);
  if (change === undefined) return undefined;
  const second = first + wallOf(change - 1) + 1 - wallOf(change);
  return second > first && wallOf(second) === wallOf(first) ? second : undefined;
};

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: 'never' | 'syntax' };

// The library says everything with an error: what it cannot read, and a date that never comes (30 February).
const readBy = <T>(library: () => T): Read<T> => {
  try {
    return { ok: true, value: library() };
  } catch (error) {
    const words = error instanceof Error ? error.message : '';
    return { ok: false, reason: /loop limit|explicit day of month/i.test(words) ? 'never' : 'syntax' };
  }
};

interface ClockQuestion extends Pick<ScheduleQuestion, 'count'> {
  readonly from: number;
  readonly isEveryHour: boolean;
}

/** What a clock makes of wall times, which come in order. */
const runOnClock = (
  clock: ZoneClock,
  { from, count, isEveryHour }: ClockQuestion,
  nextWall: () => Read<number>,
): Schedule => {
  const runs: number[] = [];
  // Skipped times and second ones: others that are later on the clock may come before them.
  const late: number[] = [];
  const add = (moment: number): void => {
    if (runs.length < count && moment > (runs.at(-1) ?? from)) runs.push(moment);
  };
  while (runs.length < count) {
    const read = nextWall();
    if (!read.ok) return read;
    const wall = read.value;
    const shown = clock.momentOf(wall);
    while (late[0] !== undefined && late[0] <= shown) add(late.shift() ?? shown);
    if (clock.wallOf(shown) === wall) {
      add(shown);
      const second = isEveryHour ? secondOf(clock, shown) : undefined;
      if (second !== undefined) late.push(second);
    } else late.push(momentAt(clock, wall));
  }
  return { ok: true, next: runs.map((moment) => new Date(moment)) };
};

/**
 * The next `count` runs after `from` of a cron expression of five fields (minute, hour, day of month, month, day of week) on the
 * clock of an IANA zone.
 */
export const readSchedule = (cron: string, { timeZone, from, count }: ScheduleQuestion): Schedule => {
  const fields = cron.trim();
  // Six fields would be seconds, which no schedule runs by.
  if (fields.split(/\s+/).length !== 5) return { ok: false, reason: 'fields' };
  if (!isClock(timeZone)) return { ok: false, reason: 'time_zone' };
  if (isDrawn(fields)) return { ok: false, reason: 'syntax' };
  const clock = zoneClock(timeZone);
  const after = from.getTime();
  const isChanging = clock.changeWithin(after - widestMs, after + widestMs) !== undefined;
  // What the clock has skipped or shows again may be still to come.
  const since = new Date(clock.wallOf(after) - (isChanging ? widestMs : 0));
  // The library reads times on a clock that never changes: with others it misses some and gives others twice.
  const read = readBy(() => CronExpressionParser.parse(fields, { tz: 'UTC', currentDate: since }));
  if (!read.ok) return read;
  const nextWall = (): Read<number> => readBy(() => read.value.next().getTime());
  const isEveryHour = read.value.fields.hour.values.length === hoursOfDay;
  return runOnClock(clock, { from: after, count, isEveryHour }, nextWall);
};
