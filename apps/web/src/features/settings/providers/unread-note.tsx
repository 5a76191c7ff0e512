import type { Integration } from '@curlew/contract';
import { TriangleAlert } from 'lucide-react';
import { formatMoment } from '../../../lib/format-date.ts';
import { formatCount } from '../../../lib/format-number.ts';

type UnreadNoteProps = NonNullable<Integration['unreadCalls']>;

/** An operator told something that nobody understood: how often, and when last. */
export function UnreadNote({ count, lastAt }: UnreadNoteProps) {
  return (
    <p className="flex items-start gap-1.5 text-12 text-warn">
      <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span className="min-w-0">
        {formatCount(count, 'call')} of the last 30 days could not be read, the last at{' '}
        {formatMoment(new Date(lastAt))}. What {count === 1 ? 'it says' : 'they say'} about messages is not
        known here.
      </span>
    </p>
  );
}
