import type { Run } from '@curlew/contract';
import { Send, TriangleAlert } from 'lucide-react';
import { formatMoment } from '../../lib/format-date.ts';
import { formatCount, formatNumber } from '../../lib/format-number.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { StatePill } from '../../ui/state-pill.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import {
  countHeld,
  countInside,
  countLate,
  countNotSent,
  countUnderWay,
  isGoingOn,
  type RunStage,
  stageOf,
  sumOf,
} from './run-totals.ts';

interface RunStripProps {
  readonly run: Run;
  readonly isLive: boolean;
  readonly onShowRefusals: () => void;
  readonly onShowRuns: () => void;
  readonly onShowLate: () => void;
}

interface FigureProps {
  readonly label: string;
  readonly value: number;
}

function Figure({ label, value }: FigureProps) {
  return (
    <div className="flex items-baseline gap-1.5">
      <dd className="order-1 text-14 font-semibold tabular-nums">{formatNumber(value)}</dd>
      <dt className="order-2 text-12 text-ink-muted">{label}</dt>
    </div>
  );
}

function StagePill({ stage, isOpen }: { readonly stage: RunStage; readonly isOpen: boolean }) {
  if (stage === 'sending' || stage === 'delivering')
    return (
      <StatusPill tone="accent" icon={<Send aria-hidden />}>
        {stage === 'sending' ? 'Sending' : 'Delivering'}
      </StatusPill>
    );
  return <StatePill state={stage} {...(isOpen ? { more: 'open' } : {})} />;
}

const linkClass = 'rounded-control text-12 text-ink-muted underline underline-offset-2 hover:text-ink';

/** How far a run is that comes to an end by itself; one that is open has no end to measure by. */
function RunProgress({ run }: { readonly run: Run }) {
  if (run.status === 'active' || run.status === 'finishing')
    return run.isOpen ? null : (
      <ProgressBar label="Customers who came to the end" value={run.walked} max={run.enrolled} />
    );
  const underWay = countUnderWay(run);
  const enqueued = sumOf(run, 'enqueued');
  if (run.status === 'stopped' || underWay === 0) return null;
  return <ProgressBar label="Messages that reached their end" value={enqueued - underWay} max={enqueued} />;
}

/** Messages wait, as an operator takes nothing now: why, and when it is asked again. */
function TroubleLine({
  trouble: { name, error, since, until },
}: {
  readonly trouble: Run['troubles'][number];
}) {
  return (
    <output className="flex flex-wrap items-center gap-x-1.5 border-t px-4 py-1.5 text-12 text-warn">
      <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
      <span>
        {name} takes no messages since <RelativeTime at={since} />: {error}. They wait; it is called again at{' '}
        {formatMoment(new Date(until))}.
      </span>
    </output>
  );
}

/** The latest run in one line: how it stands, who entered and is inside, and what became of its messages. */
export function RunStrip({ run, isLive, onShowRefusals, onShowRuns, onShowLate }: RunStripProps) {
  const late = countLate(run);
  const notSent = countNotSent(run);
  const inside = countInside(run);
  return (
    <section aria-label={`Run of version ${run.versionNumber}`} className="border-b bg-surface">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2">
        <StagePill stage={stageOf(run)} isOpen={run.isOpen} />
        <dl className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
          <Figure label={run.isOpen ? 'entered so far' : 'entered'} value={run.enrolled} />
          {(inside > 0 || run.isOpen) && <Figure label="inside now" value={inside} />}
          {isGoingOn(run) && countHeld(run) > 0 && <Figure label="waiting" value={countHeld(run)} />}
          <Figure label="sent" value={sumOf(run, 'sent')} />
          <Figure label="delivered" value={sumOf(run, 'delivered')} />
          <Figure label="failed" value={sumOf(run, 'failed') + sumOf(run, 'rejected')} />
          {sumOf(run, 'unknown') > 0 && <Figure label="unknown" value={sumOf(run, 'unknown')} />}
          {sumOf(run, 'ended') > 0 && <Figure label="ended early" value={sumOf(run, 'ended')} />}
        </dl>
        {run.insideEarlier > 0 && (
          <p className="text-12 text-ink-muted">
            and {formatNumber(run.insideEarlier)} still inside earlier versions
          </p>
        )}
        {notSent > 0 && (
          <button type="button" className={linkClass} onClick={onShowRefusals}>
            {formatNumber(notSent)} not sent: why
          </button>
        )}
        {late > 0 && (
          <button type="button" className={linkClass} onClick={onShowLate}>
            {formatCount(late, 'late start')}
          </button>
        )}
        <p className="ml-auto text-12 text-ink-muted max-md:ml-0">
          {isLive ? '' : 'Reconnecting … '}version {run.versionNumber}, started{' '}
          <RelativeTime at={run.startedAt} /> by {run.startedBy}
        </p>
        <button type="button" className={linkClass} onClick={onShowRuns}>
          All runs
        </button>
      </div>
      <RunProgress run={run} />
      {countUnderWay(run) > 0 &&
        run.troubles.map((trouble) => <TroubleLine key={trouble.name} trouble={trouble} />)}
    </section>
  );
}
