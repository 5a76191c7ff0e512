import { readSchedule } from '@curlew/scenario';
import { useMemo } from 'react';
import { formatInZone } from '../../../../lib/format-date.ts';
import { useNow } from '../../../../lib/use-now.ts';
import { nameZone } from '../../../../ui/time-zone-options.ts';

interface NextRunsProps {
  readonly cron: string;
  /** IANA name; null while it is not known. */
  readonly timeZone: string | null;
}

const shown = 5;

/** When a schedule runs next, on the clock of its zone. */
export function NextRuns({ cron, timeZone }: NextRunsProps) {
  const now = useNow();
  const runs = useMemo(() => {
    if (timeZone === null) return null;
    const schedule = readSchedule(cron, { timeZone, from: new Date(now), count: shown });
    return schedule.ok ? schedule.next : null;
  }, [cron, timeZone, now]);
  if (runs === null || timeZone === null) return null;
  const format = formatInZone(timeZone);
  return (
    <section aria-label="Next runs" className="rounded-control bg-surface-sunken px-3 py-2">
      <h3 className="text-12 font-medium text-ink-muted">Next runs, {nameZone(timeZone)}</h3>
      <ol className="mt-1 flex flex-col gap-0.5 text-13 text-ink tabular-nums">
        {runs.map((at) => (
          <li key={at.getTime()}>
            <time dateTime={at.toISOString()}>{format(at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}
