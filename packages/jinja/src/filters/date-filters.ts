import { formatDate } from '../dates/format-date.ts';
import { formatLocaleDate } from '../dates/format-locale-date.ts';
import { isTimeZone } from '../dates/zoned-time.ts';
import { builtin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { parseFloatText } from '../text/parse-number.ts';
import { describeType } from '../values/describe-type.ts';
import { numberOf } from '../values/numbers.ts';
import { textOf } from '../values/text-of.ts';
import { undefinedFailure } from '../values/undefined-failure.ts';
import { DateValue, Undefined } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

/** What asking the runtime's calendar costs. */
const calendarCost = 2_000;

/** The last moment a JavaScript date can hold, in seconds. */
const lastMoment = 8_640_000_000_000;

/** Milliseconds since 1970 of a date, of seconds, or of a text with seconds. */
function momentOf(run: Run, value: Value): number {
  if (value instanceof DateValue) return value.milliseconds;
  if (value instanceof Undefined) throw undefinedFailure(run, value);
  const text = textOf(value);
  const seconds = text === undefined ? numberOf(value) : parseFloatText(text);
  if (seconds === undefined || typeof value === 'boolean') {
    throw run.fail('type', `'from_timestamp' needs seconds since 1970, but was given ${describeType(value)}`);
  }
  if (!(Math.abs(seconds) <= lastMoment)) throw run.fail('value', 'this is no moment a calendar has');
  return seconds * 1000;
}

function fromTimestamp(run: Run, args: Bound): Value {
  const milliseconds = momentOf(run, args.value(0));
  const timeZone = args.value(2) === null ? run.timeZone : args.string(2);
  if (!isTimeZone(timeZone)) {
    throw run.fail('value', `'${timeZone}' is not a time zone: use a name like 'Europe/Prague'`);
  }
  const format = args.string(1);
  const date = new DateValue(milliseconds, timeZone);
  run.charge(format.length + calendarCost);
  if (format.includes('%')) return formatDate(run, date, format);
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
