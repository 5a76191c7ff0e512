import { calendarCost } from '../dates/calendar-cost.ts';
import { formatDate } from '../dates/format-date.ts';
import { formatLocaleDate } from '../dates/format-locale-date.ts';
import { lastMoment } from '../dates/last-moment.ts';
import { makeDate } from '../dates/make-date.ts';
import { readDate } from '../dates/read-date.ts';
import { isTimeZone } from '../dates/zoned-time.ts';
import { builtin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { parseFloatText } from '../text/parse-number.ts';
import { describeType } from '../values/describe-type.ts';
import { numberOf } from '../values/numbers.ts';
import { textOf } from '../values/text-of.ts';
import { undefinedFailure } from '../values/undefined-failure.ts';
import { DateValue } from '../values/date-value.ts';
import { Undefined } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

/** What the first use of a time zone or locale in a render costs: the runtime may have to load it. */
const firstUseCost = 6_000;
const used = new WeakMap<Run, Set<string>>();

/** Counts a time zone or locale when a render meets it first, whether or not earlier renders have loaded it. */
function countFirstUse(run: Run, name: string): void {
  const names = used.get(run) ?? new Set();
  used.set(run, names);
  if (names.has(name)) return;
  run.charge(firstUseCost + name.length);
  names.add(name);
}

/** A date, seconds, a text with seconds or an ISO 8601 text as a date on the clock of a zone. */
function dateOf(run: Run, value: Value, timeZone: string): DateValue {
  // A day is the same day in every zone.
  if (value instanceof DateValue) return value.isDay ? value : new DateValue(value.milliseconds, timeZone);
  if (value instanceof Undefined) throw undefinedFailure(run, value);
  const text = textOf(value);
  const date = text === undefined ? undefined : readDate(text);
  if (date !== undefined) return makeDate(date, timeZone);
  const seconds = text === undefined ? numberOf(value) : parseFloatText(text);
  if (seconds === undefined || typeof value === 'boolean') {
    throw run.fail(
      'type',
      `'from_timestamp' needs a date or seconds since 1970, but was given ${describeType(value)}`,
    );
  }
  if (!(Math.abs(seconds * 1000) <= lastMoment)) throw run.fail('value', 'this is no moment a calendar has');
  return new DateValue(seconds * 1000, timeZone);
}

function fromTimestamp(run: Run, args: Bound): Value {
  const timeZone = args.value(2) === null ? run.timeZone : args.string(2);
  countFirstUse(run, timeZone);
  if (!isTimeZone(timeZone)) {
    throw run.fail('value', `'${timeZone}' is not a time zone: use a name like 'Europe/Prague'`);
  }
  const format = args.string(1);
  run.charge(format.length + calendarCost);
  const date = dateOf(run, args.value(0), timeZone);
  if (format.includes('%')) return formatDate(run, date, format);
  countFirstUse(run, `${format} ${timeZone}`);
  const local = formatLocaleDate(date, format);
  if (local !== undefined) return local;
  throw run.fail(
    'value',
    `'${format}' is no date format: use for example '%d/%m/%Y', or a country like 'US'`,
  );
}

/** Bloomreach's date filter: seconds since 1970 by a strftime format, or as people of a country write it. */
export const dateFilters: readonly (readonly [string, Builtin])[] = [
  builtin('from_timestamp', ['value', ['format', '%Y-%m-%d %H:%M:%S'], ['timezone', null]], fromTimestamp),
];
