import type { NodeCounts } from '@curlew/contract';
import { Clock } from 'lucide-react';
import { describeLate } from '../../../lib/describe-late.ts';
import { formatCount } from '../../../lib/format-number.ts';

interface LateNoteProps {
  readonly late: NonNullable<NodeCounts['late']>;
  readonly onShow: () => void;
}

/** In the panel of a trigger that did not start in time: by how much the last time, and the way to all of them. */
export function LateNote({ late, onShow }: LateNoteProps) {
  return (
    <section aria-label="Late starts" className="flex flex-col gap-1 border-t pt-4">
      <h3 className="flex items-center gap-2 text-13 font-semibold">
        <Clock aria-hidden className="size-4 text-warn" />
        {late.count === 1 ? 'A late start' : formatCount(late.count, 'late start')}
      </h3>
      <p className="text-13 text-ink-muted">
        {late.count > 1 ? describeLate(late).replace(/^Started/, 'The last one started') : describeLate(late)}
        . No worker was running then, or the run was paused.
      </p>
      <button
        type="button"
        className="self-start rounded-control text-13 text-ink underline underline-offset-2 hover:no-underline"
        onClick={onShow}
      >
        Show late starts
      </button>
    </section>
  );
}
