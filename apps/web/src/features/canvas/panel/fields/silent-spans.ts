import type { SilentHoursSettings, Weekday } from '@curlew/scenario';

/** Part of a day, in minutes from midnight. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

const dayMinutes = 24 * 60;

const minutesOf = (time: string): number | null => {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
};

/** When it is silent on a day of the week; an unfinished time counts for nothing. */
export const silentSpans = (
  { from, to, silentDays }: Pick<SilentHoursSettings, 'from' | 'to' | 'silentDays'>,
  day: Weekday,
): readonly DaySpan[] => {
  if (silentDays.includes(day)) return [{ from: 0, to: dayMinutes }];
  const [start, end] = [minutesOf(from), minutesOf(to)];
  if (start === null || end === null || start === end) return [];
  if (start < end) return [{ from: start, to: end }];
  return [
    { from: 0, to: end },
    { from: start, to: dayMinutes },
  ].filter((span) => span.from < span.to);
};
