import type { WalkSummary } from '@curlew/contract';
import { formatClock, formatDay } from '../../lib/format-date.ts';

/** `24 Nov 2026, 09:00`, in the time zone of the browser. */
export const formatTime = (at: string): string => {
  const date = new Date(at);
  return `${formatDay(date)}, ${formatClock(date)}`;
};

/** What somebody who is inside waits for; null: nothing that is known. */
export const describeWaiting = ({ waitsUntil, awaits }: WalkSummary): string | null => {
  if (awaits !== null)
    return waitsUntil === null
      ? `Waits for ${awaits}`
      : `Waits for ${awaits}, until ${formatTime(waitsUntil)} at most`;
  return waitsUntil === null ? null : `Waits until ${formatTime(waitsUntil)}`;
};
