import { useQuery } from '@tanstack/react-query';
import { Clock } from 'lucide-react';
import { describeLate } from '../../../lib/describe-late.ts';
import { formatCount } from '../../../lib/format-number.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { lateStartsQuery, type RunPlace } from '../walk-queries.ts';

interface LateStartsProps {
  readonly run: RunPlace;
  readonly versionNumber: number;
  readonly onClose: () => void;
}

const mostMissed = 100;

const describeMissed = (missed: number): string => {
  if (missed === 0) return '';
  const times = missed >= mostMissed ? `${mostMissed} or more times` : formatCount(missed, 'time');
  return `, and ${times} that came meanwhile ${missed === 1 ? 'was' : 'were'} left out`;
};

/** When triggers of a run started late, and what that left out: nothing is made up for. */
export function LateStarts({ run, versionNumber, onClose }: LateStartsProps) {
  const { data, error, isPending, refetch } = useQuery(lateStartsQuery(run));
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Late starts of version ${versionNumber}`}
      description="When these were due no worker was running, or the run was paused: they started as soon as they could. The latest 50."
    >
      {isPending && <Skeleton label="Loading late starts" />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      <ul aria-label="Late starts" className="flex flex-col">
        {data?.items.map((late) => (
          <li
            key={`${late.nodeId} ${late.dueAt}`}
            className="flex items-start gap-3 border-b py-3 last:border-b-0"
          >
            <Clock aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
            <div className="min-w-0">
              <p className="text-13 font-medium">{describeLate(late)}</p>
              <p className="text-12 text-ink-muted">
                {late.nodeName}: {formatCount(late.enrolled, 'customer')} entered
                {describeMissed(late.missed)}.
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
