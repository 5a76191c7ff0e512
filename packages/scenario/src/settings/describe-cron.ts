import { describeTime, nameWeekdays, weekdays } from './calendar.ts';

const ordinal = (day: number): string => {
  const suffix = day % 100 >= 11 && day % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${suffix}`;
};

// Cron counts from Sunday, which is 0 and 7.
const cronDays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const dayOf = (text: string): number => {
  const named = cronDays.findIndex((day) => day === text.toLowerCase());
  if (named >= 0) return named;
  return /^[0-7]$/.test(text) ? Number(text) : Number.NaN;
};

// `1`, `1-5`, `mon,wed`; null where it says more than that.
const describeDays = (field: string): string | null => {
  const days = field.split(',').flatMap((piece): number[] => {
    const [first = '', last] = piece.split('-');
    const [from, to] = [dayOf(first), dayOf(last ?? first)];
    return from <= to ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : [Number.NaN];
  });
  if (days.some(Number.isNaN) || new Set(days.map((day) => day % 7)).size !== days.length) return null;
  const named = days.flatMap((day) => cronDays[day] ?? []);
  return named.length === weekdays.length ? 'day' : nameWeekdays(named);
};

const describeMonthDay = (day: number): string | null => {
  if (day < 1 || day > 31) return null;
  return `The ${ordinal(day)} of each month${day > 28 ? ' that has one' : ''}`;
};

const describeDay = (monthDay: string, days: string): string | null => {
  if (monthDay === '*') {
    const named = days === '*' ? 'day' : describeDays(days);
    return named === null ? null : `Every ${named}`;
  }
  return days === '*' && /^\d{1,2}$/.test(monthDay) ? describeMonthDay(Number(monthDay)) : null;
};

const describeStep = (cron: string): string | null => {
  const [, minutes, hours] = /^(?:\*\/(\d{1,2}) \*|0 \*\/(\d{1,2})) \* \* \*$/.exec(cron) ?? [];
  const [step, whole, unit] = minutes === undefined ? [hours, 24, 'hours'] : [minutes, 60, 'minutes'];
  // Steps begin anew each hour or day: one that does not divide it is no even rhythm.
  return Number(step) > 1 && whole % Number(step) === 0 ? `Every ${Number(step)} ${unit}` : null;
};

/** A cron expression in words where it is a usual one: daily, on weekdays, on a day of the month, every few hours. Else itself. */
export const describeCron = (cron: string): string => {
  const fields = cron.trim().replaceAll(/\s+/g, ' ');
  const asItIs = `Cron ${fields}`;
  const step = describeStep(fields);
  if (step !== null) return step;
  if (fields === '0 * * * *') return 'Every hour';
  const match = /^(\d{1,2}) (\d{1,2}) (\S+) \* (\S+)$/.exec(fields);
  if (!match) return asItIs;
  const [, minute = '', hour = '', monthDay = '', days = ''] = match;
  const day = describeDay(monthDay, days);
  if (day === null || Number(minute) > 59 || Number(hour) > 23) return asItIs;
  return `${day} at ${describeTime(`${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`)}`;
};
