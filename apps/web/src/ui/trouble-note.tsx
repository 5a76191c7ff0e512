import { TriangleAlert } from 'lucide-react';
import { formatMoment } from '../lib/format-date.ts';
import { RelativeTime } from './relative-time.tsx';

interface TroubleNoteProps {
  /** Of the provider. */
  readonly name: string;
  readonly error: string;
  /** ISO 8601, as `until`. */
  readonly since: string;
  readonly until: string;
}

/** Messages wait, as an operator takes nothing now: why, and when it is asked again. */
export function TroubleNote({ name, error, since, until }: TroubleNoteProps) {
  return (
    <output className="flex items-start gap-1.5 text-12 text-warn">
      <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">
        {name} takes no messages since <RelativeTime at={since} />: {error}. They wait; it is called again at{' '}
        {formatMoment(new Date(until))}.
      </span>
    </output>
  );
}
