/** The fields a clock and calendar show; month 1..12, weekday 0 = Monday, offset in minutes east of UTC. */
export interface ZonedTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  readonly weekday: number;
  readonly offset: number;
}

const mostFormats = 700;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  if (formats.size >= mostFormats) formats.clear();
  formats.set(timeZone, format);
  return format;
}

/** Midnight of a day as milliseconds since 1970, as if it were UTC; Date.UTC takes the years 0 to 99 for 1900 to 1999. */
export function dayMilliseconds(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** Whether the runtime knows a time zone by this IANA name. */
export function isTimeZone(name: string): boolean {
  try {
    formatFor(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** The local time of a moment (milliseconds since 1970) in an IANA time zone. */
export function zonedTime(milliseconds: number, timeZone: string): ZonedTime {
  const whole = Math.floor(milliseconds / 1000) * 1000;
  const local = timeZone === 'UTC' ? whole : localMilliseconds(whole, timeZone);
  const date = new Date(local);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    microsecond: Math.round((milliseconds - whole) * 1000),
    weekday: (date.getUTCDay() + 6) % 7,
    offset: (local - whole) / 60_000,
  };
}

/** The local clock reading, as if it were UTC. */
function localMilliseconds(milliseconds: number, timeZone: string): number {
  const fields: Record<string, number> = {};
  let isBefore = false;
  for (const part of formatFor(timeZone).formatToParts(milliseconds)) {
    if (part.type === 'era') isBefore = part.value.startsWith('B');
    else fields[part.type] = Number(part.value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  // The year before 1 is 1 B.C. to the calendar and 0 to a date.
  const midnight = dayMilliseconds(isBefore ? 1 - year : year, month, day);
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000;
}
