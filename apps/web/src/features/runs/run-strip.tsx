import type { Run } from '@curlew/contract';
import { CircleCheck, CircleDashed, Hourglass, Send } from 'lucide-react';
import { formatNumber } from '../../lib/format-number.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { countHeld, countNotSent, countUnderWay, type RunStage, stageOf, sumOf } from './run-totals.ts';

interface RunStripProps {
  readonly run: Run;
  readonly isLive: boolean;
  readonly onShowRefusals: () => void;
  readonly onShowRuns: () => void;
}

const stages = {
  waiting: { tone: 'neutral', icon: <Hourglass />, word: 'Waiting' },
  walking: { tone: 'accent', icon: <CircleDashed />, word: 'Walking' },
  sending: { tone: 'accent', icon: <Send />, word: 'Sending' },
  delivering: { tone: 'accent', icon: <Send />, word: 'Delivering' },
  done: { tone: 'good', icon: <CircleCheck />, word: 'Finished' },
} as const satisfies { readonly [S in RunStage]: unknown };

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

/** The latest run in one line: how far it is, and what became of its messages. */
export function RunStrip({ run, isLive, onShowRefusals, onShowRuns }: RunStripProps) {
  const stage = stageOf(run);
  const look = stages[stage];
  const notSent = countNotSent(run);
  const enqueued = sumOf(run, 'enqueued');
  return (
    <section aria-label={`Run of version ${run.versionNumber}`} className="border-b bg-surface">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2">
        <StatusPill tone={look.tone} icon={look.icon}>
          {look.word}
        </StatusPill>
        <dl className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
          <Figure label="enrolled" value={run.enrolled} />
          {countHeld(run) > 0 && <Figure label="waiting" value={countHeld(run)} />}
          <Figure label="sent" value={sumOf(run, 'sent')} />
          <Figure label="delivered" value={sumOf(run, 'delivered')} />
          <Figure label="failed" value={sumOf(run, 'failed') + sumOf(run, 'rejected')} />
          {sumOf(run, 'unknown') > 0 && <Figure label="unknown" value={sumOf(run, 'unknown')} />}
        </dl>
        {notSent > 0 && (
          <button
            type="button"
            className="rounded-control text-12 text-ink-muted underline underline-offset-2 hover:text-ink"
            onClick={onShowRefusals}
          >
            {formatNumber(notSent)} not sent: why
          </button>
        )}
        <p className="ml-auto text-12 text-ink-muted">
          {isLive ? '' : 'Reconnecting … '}version {run.versionNumber}, started{' '}
          <RelativeTime at={run.startedAt} /> by {run.startedBy}
        </p>
        <button
          type="button"
          className="rounded-control text-12 text-ink-muted underline underline-offset-2 hover:text-ink"
          onClick={onShowRuns}
        >
          All runs
        </button>
      </div>
      {stage !== 'done' && (
        <ProgressBar
          label="Messages that reached their end"
          value={run.status === 'active' ? run.walked : enqueued - countUnderWay(run)}
          max={run.status === 'active' ? run.enrolled : enqueued}
        />
      )}
    </section>
  );
}
