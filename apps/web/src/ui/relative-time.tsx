import { formatMoment } from '../lib/format-date.ts';
import { formatRelativeTime } from '../lib/format-relative-time.ts';
import { useNow } from '../lib/use-now.ts';

interface RelativeTimeProps {
  /** ISO 8601, as the API gives it. */
  readonly at: string;
}

/** How long ago, kept true while it is on the screen; the exact time on hover. */
export function RelativeTime({ at }: RelativeTimeProps) {
  const now = useNow();
  const date = new Date(at);
  return (
    <time dateTime={at} title={formatMoment(date)}>
      {formatRelativeTime(date, now)}
    </time>
  );
}
