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
  /** The provider that takes over meanwhile; null: messages wait. */
  readonly through: string | null;
}

/** An operator takes nothing now: why, what becomes of its messages, and when it is asked again. */
export function TroubleNote({ name, error, since, until, through }: TroubleNoteProps) {
  return (
    <output className="flex items-start gap-1.5 text-12 text-warn">
      <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0 wrap-anywhere">
        {name} takes no messages: {error} (it began <RelativeTime at={since} />
        ). {through === null ? 'Its messages wait' : `Its messages go by ${through} meanwhile`}; it is called
        again at {formatMoment(new Date(until))}.
      </span>
    </output>
  );
}
