import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatMoment } from '../../../lib/format-date.ts';
import { type Tone, toneClasses } from '../../../ui/tone.ts';
import { formatTime } from '../walk-words.ts';

interface WalkEntryProps {
  readonly icon: LucideIcon;
  readonly tone: Tone;
  readonly title: ReactNode;
  /** ISO 8601; null: not known. */
  readonly at: string | null;
  readonly children?: ReactNode;
}

/** One place on the way: a mark, what it was, when, and why it went on from there as it did. */
export function WalkEntry({ icon: Icon, tone, title, at, children }: WalkEntryProps) {
  return (
    <li className="group relative flex gap-3 pb-5 last:pb-1">
      <span aria-hidden className="absolute top-7 bottom-0 left-3 w-px bg-line group-last:hidden" />
      <span
        aria-hidden
        className={`z-1 inline-flex size-6 shrink-0 items-center justify-center rounded-full ${toneClasses[tone]}`}
      >
        <Icon className="size-3.5" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-1 pt-0.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-13 font-medium">
            {title}
          </div>
          {at !== null && (
            <time
              dateTime={at}
              title={formatMoment(new Date(at))}
              className="shrink-0 text-12 text-ink-faint tabular-nums"
            >
              {formatTime(at)}
            </time>
          )}
        </div>
        {children}
      </div>
    </li>
  );
}
