import { type Weekday, weekdays } from '@curlew/scenario';

/** A schedule in the words of a form; `custom` is any other expression. */
export type CronPreset =
  | { readonly kind: 'daily' | 'weekdays'; readonly time: string }
  | { readonly kind: 'weekly'; readonly time: string; readonly days: readonly Weekday[] }
  /** `last`: the last day of the month. */
  | { readonly kind: 'monthly'; readonly time: string; readonly day: number | 'last' }
  | { readonly kind: 'custom' };

export type PresetKind = CronPreset['kind'];

// Cron counts from Sunday, which is 0 and 7.
const cronDays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const dayOf = (text: string): Weekday | undefined =>
  /^[0-7]$/.test(text) ? cronDays[Number(text)] : weekdays.find((day) => day === text.toLowerCase());

const custom: CronPreset = { kind: 'custom' };

const readDays = (field: string, time: string): CronPreset => {
  if (field === '*') return { kind: 'daily', time };
  if (/^(?:1-5|mon-fri)$/i.test(field)) return { kind: 'weekdays', time };
  const named = field.split(',').map(dayOf);
  const days = weekdays.filter((day) => named.includes(day));
  return named.includes(undefined) || days.length !== named.length ? custom : { kind: 'weekly', time, days };
};

const readMonthDay = (field: string, time: string): CronPreset => {
  if (/^l$/i.test(field)) return { kind: 'monthly', time, day: 'last' };
  const day = /^\d{1,2}$/.test(field) ? Number(field) : 0;
  return day >= 1 && day <= 31 ? { kind: 'monthly', time, day } : custom;
};

/** What a cron expression says in the words of the form. */
export const readPreset = (cron: string): CronPreset => {
  const [minute = '', hour = '', monthDay = '', month = '', days = '', ...more] = cron.trim().split(/\s+/);
  const isPlain = /^\d{1,2}$/.test(minute) && /^\d{1,2}$/.test(hour) && month === '*' && more.length === 0;
  if (!isPlain || Number(minute) > 59 || Number(hour) > 23) return custom;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (monthDay === '*') return readDays(days, time);
  return days === '*' ? readMonthDay(monthDay, time) : custom;
};

/** The cron expression of a preset; `time` is HH:MM, and a week has at least one day. */
export const writePreset = (preset: Exclude<CronPreset, { kind: 'custom' }>): string => {
  const [hour, minute] = preset.time.split(':').map(Number);
  const clock = `${minute} ${hour}`;
  switch (preset.kind) {
    case 'daily':
      return `${clock} * * *`;
    case 'weekdays':
      return `${clock} * * 1-5`;
    case 'weekly':
      return `${clock} * * ${preset.days
        .map((day) => cronDays.indexOf(day))
        .sort((one, other) => one - other)
        .join(',')}`;
    case 'monthly':
      return `${clock} ${preset.day === 'last' ? 'L' : preset.day} * *`;
  }
};

/** The same time of day in another rhythm. */
export const presetOf = (kind: Exclude<PresetKind, 'custom'>, from: CronPreset): string => {
  const time = from.kind === 'custom' ? '09:00' : from.time;
  switch (kind) {
    case 'weekly':
      return writePreset({ kind, time, days: ['mon'] });
    case 'monthly':
      return writePreset({ kind, time, day: 1 });
    case 'daily':
    case 'weekdays':
      return writePreset({ kind, time });
  }
};
