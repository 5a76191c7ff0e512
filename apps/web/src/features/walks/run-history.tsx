import type { RunSummary } from '@curlew/contract';
import { useQuery } from '@tanstack/react-query';
import { formatCount, formatNumber } from '../../lib/format-number.ts';
import { stateOfRun } from '../../lib/scenario-state.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StatePill } from '../../ui/state-pill.tsx';
import { runsQuery } from './walk-queries.ts';

interface RunHistoryProps {
  readonly where: { readonly projectId: string; readonly scenarioId: string };
  readonly onShowRun: (run: RunSummary) => void;
  readonly onShowNumbers: (run: RunSummary) => void;
  readonly onShowLate: (run: RunSummary) => void;
  readonly onShowCanvas: (run: RunSummary) => void;
  readonly onClose: () => void;
}

/** Every start of a scenario, the latest first, with how many were in it. */
export function RunHistory(props: RunHistoryProps) {
  const { where, onShowRun, onShowNumbers, onShowLate, onShowCanvas, onClose } = props;
  const runs = useQuery(runsQuery(where));
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title="Runs"
      description="The latest 50 starts of this scenario."
    >
      {runs.isPending && <Skeleton label="Loading runs" />}
      {runs.isError && <ErrorState error={runs.error} onRetry={() => void runs.refetch()} />}
      <ul aria-label="Runs" className="flex flex-col">
        {runs.data?.items.map((run) => {
          return (
            <li
              key={run.id}
              className="flex items-center justify-between gap-4 max-md:flex-wrap border-b py-3 last:border-b-0"
            >
              <div className="flex min-w-0 flex-col gap-1">
                <p className="flex flex-wrap items-center gap-2 text-13 font-medium">
                  Version {run.versionNumber}
                  {run.resend && (
                    <span className="font-normal text-ink-muted">“{run.resend.nodeName}” sent again</span>
                  )}
                  <StatePill state={stateOfRun({ ...run, hasEarlier: false })} />
                </p>
                <p className="text-12 text-ink-muted">
                  {formatNumber(run.enrolled)} entered
                  {run.inside > 0 && `, ${formatNumber(run.inside)} inside`}
                </p>
                {run.lateStarts > 0 && (
                  <button
                    type="button"
                    className="self-start rounded-control text-12 text-warn underline underline-offset-2 hover:no-underline"
                    aria-label={`${formatCount(run.lateStarts, 'late start')} of version ${run.versionNumber}`}
                    onClick={() => onShowLate(run)}
                  >
                    {formatCount(run.lateStarts, 'late start')}
                  </button>
                )}
                <p className="text-12 text-ink-faint">
                  Started <RelativeTime at={run.startedAt} /> by {run.startedBy}
                  {run.finishedAt !== null && (
                    <>
                      , over <RelativeTime at={run.finishedAt} />
                    </>
                  )}
                </p>
              </div>
              <div className="flex shrink-0 flex-wrap gap-2">
                <Button
                  size="small"
                  aria-label={`On canvas: version ${run.versionNumber}`}
                  onClick={() => onShowCanvas(run)}
                >
                  On canvas
                </Button>
                <Button
                  size="small"
                  aria-label={`Messages of version ${run.versionNumber}`}
                  onClick={() => onShowNumbers(run)}
                >
                  Messages
                </Button>
                <Button
                  size="small"
                  aria-label={`Who was in version ${run.versionNumber}`}
                  onClick={() => onShowRun(run)}
                >
                  Who
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
