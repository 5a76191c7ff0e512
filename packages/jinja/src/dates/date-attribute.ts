import { textOf } from '../values/text-of.ts';
import { makeFloat } from '../values/numbers.ts';
import { dateText } from './date-text.ts';
import { formatDate } from './format-date.ts';
import { Callable } from '../values/value.ts';
import type { DateValue } from '../values/date-value.ts';
import type { Value } from '../values/value.ts';

/** What a date answers to: the fields and methods of Python's datetime that read it. */
export function dateAttribute(date: DateValue, name: string): Value | undefined {
  switch (name) {
    case 'year':
    case 'month':
    case 'day':
    case 'hour':
    case 'minute':
    case 'second':
    case 'microsecond':
      return date.time[name];
    case 'weekday':
      return new Callable(name, () => date.time.weekday);
    case 'isoweekday':
      return new Callable(name, () => date.time.weekday + 1);
    case 'isoformat':
      return new Callable(name, () => dateText(date, 'T'));
    case 'timestamp':
      return new Callable(name, () => makeFloat(date.milliseconds / 1000));
    case 'strftime':
      return new Callable(name, (run, args) => {
        const format = textOf(args.positional[0] ?? null);
        if (format === undefined) throw run.fail('type', "'strftime' needs a format, for example '%d/%m/%Y'");
        return formatDate(run, date, format);
      });
    default:
      return undefined;
  }
}
