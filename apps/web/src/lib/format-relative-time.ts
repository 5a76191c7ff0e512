import { formatDay } from './format-date.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const words = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

/** "just now", "5 minutes ago", "in 2 hours", "yesterday"; from a week away on, the date. */
export const formatRelativeTime = (at: Date, nowMs: number): string => {
  const distance = at.getTime() - nowMs;
  const size = Math.abs(distance);
  if (size < minuteMs) return 'just now';
  if (size < hourMs) return words.format(Math.trunc(distance / minuteMs), 'minute');
  if (size < dayMs) return words.format(Math.trunc(distance / hourMs), 'hour');
  if (size < 7 * dayMs) return words.format(Math.trunc(distance / dayMs), 'day');
  return formatDay(at);
};
