import type { LateStart } from '@curlew/contract';
import { formatClock, formatDay } from './format-date.ts';

const minuteMs = 60_000;

/** `14 min`, `2 h 5 min`, `3 d 4 h`: as exact as anybody wants to know. */
const writeSpan = (ms: number): string => {
  const minutes = Math.floor(ms / minuteMs);
  const [hours, days] = [Math.floor(minutes / 60), Math.floor(minutes / 1_440)];
  const parts =
    days > 0
      ? [
          [days, 'd'],
          [hours % 24, 'h'],
        ]
      : [
          [hours, 'h'],
          [minutes % 60, 'min'],
        ];
  return parts
    .filter(([count]) => count !== 0)
    .map((part) => part.join(' '))
    .join(' ');
};

/** `Started 14 min late (due 09:00)`, in the time zone of the browser; with its day where that is not the day of `now`. */
export const describeLate = (
  { dueAt, firedAt }: Pick<LateStart, 'dueAt' | 'firedAt'>,
  now = new Date(),
): string => {
  const due = new Date(dueAt);
  const when =
    formatDay(due) === formatDay(now) ? formatClock(due) : `${formatDay(due)}, ${formatClock(due)}`;
  return `Started ${writeSpan(Date.parse(firedAt) - due.getTime())} late (due ${when})`;
};
