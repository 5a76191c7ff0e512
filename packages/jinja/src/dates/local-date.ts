import { zonedTime } from './zoned-time.ts';

/** What a calendar shows, without saying where: a day, or a day and a time. */
export class LocalDate {
  /** The reading as milliseconds since 1970, as if it were UTC. */
  readonly reading: number;
  readonly isDay: boolean;

  constructor(reading: number, isDay: boolean) {
    this.reading = reading;
    this.isDay = isDay;
  }
}

/** The moment a clock of a time zone shows a reading: the first of two, and after a gap as much later as the gap is long. */
export function momentOfReading(reading: number, timeZone: string): number {
  const offsetAt = (moment: number): number => zonedTime(moment, timeZone).offset * 60_000;
  const day = 86_400_000;
  const before = offsetAt(reading - day);
  const after = offsetAt(reading + day);
  const early = reading - before;
  if (before === after || offsetAt(early) === before) return early;
  const late = reading - after;
  return offsetAt(late) === after ? late : early;
}
