/** A moment: milliseconds since 1970 in UTC, read on the clock of an IANA time zone. */
export class DateValue {
  readonly kind = 'date';
  readonly milliseconds: number;
  readonly timeZone: string;

  constructor(milliseconds: number, timeZone: string) {
    this.milliseconds = milliseconds;
    this.timeZone = timeZone;
  }
}
