import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatClock, formatMoment } from '../../../lib/format-date.ts';
import { type Tone, toneClasses } from '../../../ui/tone.ts';

interface TimelineEntryProps {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  /** ISO 8601 */
  readonly at: string;
  readonly title: ReactNode;
  readonly children?: ReactNode;
}

/** One event on the line: a mark, what, when. */
export function TimelineEntry({ icon: Icon, tone, at, title, children }: TimelineEntryProps) {
  const date = new Date(at);
  return (
    <li className="group relative flex gap-3 pb-5 last:pb-1">
      <span aria-hidden className="absolute top-7 bottom-0 left-3 w-px bg-line group-last:hidden" />
      <span
        aria-hidden
        className={`z-1 inline-flex size-6 shrink-0 items-center justify-center rounded-full ${toneClasses[tone]}`}
      >
        <Icon className="size-3.5" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1.5 pt-0.5">
        <div className="flex items-baseline justify-between gap-4">
          <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-13">{title}</div>
          <time dateTime={at} title={formatMoment(date)} className="shrink-0 text-12 text-ink-faint">
            {formatClock(date)}
          </time>
        </div>
        {children}
      </div>
    </li>
  );
}
