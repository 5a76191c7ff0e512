import { zonedTime } from '../dates/zoned-time.ts';
import type { ZonedTime } from '../dates/zoned-time.ts';

/** A moment: milliseconds since 1970 in UTC, read on the clock of an IANA time zone. */
export class DateValue {
  readonly kind = 'date';
  readonly milliseconds: number;
  readonly timeZone: string;
  /** A day without a time, which begins at midnight in the time zone. */
  readonly isDay: boolean;
  private shown: ZonedTime | undefined;

  constructor(milliseconds: number, timeZone: string, isDay = false) {
    this.milliseconds = milliseconds;
    this.timeZone = timeZone;
    this.isDay = isDay;
    this.shown = undefined;
  }

  /** What clock and calendar show; asked of the runtime's calendar once. */
  get time(): ZonedTime {
    this.shown ??= zonedTime(this.milliseconds, this.timeZone);
    return this.shown;
  }
}
