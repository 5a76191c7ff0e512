import { isClock } from './time-zone.ts';

const hourMs = 3_600_000;
// No zone changes its clock twice within so long.
const probeMs = 12 * hourMs;
/** Offsets of so many half days are kept of a zone, which is 13 years. */
const mostSpans = 10_000;

/** The clock of a place: wall times are milliseconds as if it were in UTC, moments are milliseconds since 1970. */
export interface ZoneClock {
  readonly wallOf: (moment: number) => number;
  /**
   * The moment at which the clock shows a wall time: the first of two where it is put back over it, and where it is put
   * forward over it the moment of the change.
   */
  readonly momentOf: (wall: number) => number;
  /** The first moment after `from`, and not after `until`, from which the clock runs differently. */
  readonly changeWithin: (from: number, until: number) => number | undefined;
}

/** Half a day of a clock: by how much it is ahead of UTC until it changes, and from then on. */
interface Span {
  /** Infinity where it does not. */
  readonly change: number;
  readonly before: number;
  readonly after: number;
}

const findChange = (start: number, end: number, isChanged: (moment: number) => boolean): number => {
  let [before, after] = [start, end];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (isChanged(middle)) after = middle;
    else before = middle;
  }
  return after;
};

const createClock = (timeZone: string): ZoneClock => {
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const askOffset = (moment: number): number => {
    const parts = format.formatToParts(moment);
    const read = (type: Intl.DateTimeFormatPartTypes): number =>
      Number(parts.find((part) => part.type === type)?.value);
    const day = new Date(0).setUTCFullYear(read('year'), read('month') - 1, read('day'));
    const time = ((read('hour') * 60 + read('minute')) * 60 + read('second')) * 1_000;
    return day + time - Math.floor(moment / 1_000) * 1_000;
  };

  // To ask the runtime takes microseconds, and moments of one batch lie near each other.
  const spans = new Map<number, Span>();
  const findSpan = (moment: number): Span => {
    const index = Math.floor(moment / probeMs);
    const known = spans.get(index);
    if (known) return known;
    const [start, end] = [index * probeMs, (index + 1) * probeMs - 1];
    const [before, after] = [askOffset(start), askOffset(end)];
    const change = before === after ? Infinity : findChange(start, end, (at) => askOffset(at) !== before);
    const span = { change, before, after };
    if (spans.size >= mostSpans) spans.clear();
    spans.set(index, span);
    return span;
  };
  const offsetAt = (moment: number): number => {
    const { change, before, after } = findSpan(moment);
    return moment < change ? before : after;
  };
  const wallOf = (moment: number): number => moment + offsetAt(moment);

  const changeWithin = (from: number, until: number): number | undefined => {
    for (let start = from; start < until; start += probeMs) {
      const end = Math.min(start + probeMs, until);
      const offset = offsetAt(start);
      if (offsetAt(end) === offset) continue;
      return findChange(start, end, (at) => offsetAt(at) !== offset);
    }
    return undefined;
  };

  const momentOf = (wall: number): number => {
    // The clock is ahead of UTC by less than a day, so the moment lies between these two.
    const earliest = wall - offsetAt(wall - 24 * hourMs);
    if (wallOf(earliest) === wall) return earliest;
    const latest = wall - offsetAt(wall + 24 * hourMs);
    if (wallOf(latest) === wall) return latest;
    return changeWithin(Math.min(earliest, latest) - 1, Math.max(earliest, latest)) ?? latest;
  };
  return { wallOf, momentOf, changeWithin };
};

const clocks = new Map<string, ZoneClock>();

/** The clock of an IANA zone; made once. */
export const zoneClock = (timeZone: string): ZoneClock => {
  const known = clocks.get(timeZone);
  if (known) return known;
  if (!isClock(timeZone)) throw new Error(`${timeZone} is not the name of a time zone`);
  const clock = createClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
};
