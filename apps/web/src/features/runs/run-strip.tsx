import type { Run } from '@curlew/contract';
import { Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatCount, formatNumber } from '../../lib/format-number.ts';
import { placeMessages } from '../../lib/message-places.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { StatePill } from '../../ui/state-pill.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { TroubleNote } from '../../ui/trouble-note.tsx';
import { OutboxLink } from './outbox-link.tsx';
import {
  countHeld,
  countInside,
  countLate,
  countUnderWay,
  isGoingOn,
  type RunStage,
  stageOf,
  sumOf,
} from './run-totals.ts';

interface RunStripProps {
  readonly projectId: string;
  readonly run: Run;
  readonly isLive: boolean;
  readonly onShowRefusals: () => void;
  readonly onShowRuns: () => void;
  readonly onShowLate: () => void;
}

interface FigureProps {
  /** Words, or a link to where they are listed. */
  readonly label: ReactNode;
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
  if (stage === 'delivering')
    return (
      <StatusPill tone="accent" icon={<Send aria-hidden />}>
        Delivering
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

/** The latest run in one line: how it stands, who entered and is inside, and what became of its messages. */
export function RunStrip({ projectId, run, isLive, onShowRefusals, onShowRuns, onShowLate }: RunStripProps) {
  const late = countLate(run);
  const { sent, waiting, sending, unknown, notSent } = placeMessages(run.nodes);
  const outbox = { projectId, run };
  const inside = countInside(run);
  return (
    <section aria-label={`Run of version ${run.versionNumber}`} className="border-b bg-surface">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2">
        <StagePill stage={stageOf(run)} isOpen={run.isOpen} />
        <dl className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
          <Figure label={run.isOpen ? 'entered so far' : 'entered'} value={run.enrolled} />
          {(inside > 0 || run.isOpen) && <Figure label="inside now" value={inside} />}
          {isGoingOn(run) && countHeld(run) > 0 && <Figure label="waiting" value={countHeld(run)} />}
          {waiting > 0 && (
            <Figure
              value={waiting}
              label={
                <OutboxLink {...outbox} show="waiting">
                  {waiting === 1 ? 'waits to be sent' : 'wait to be sent'}
                </OutboxLink>
              }
            />
          )}
          {sending > 0 && <Figure label="being sent" value={sending} />}
          <Figure label="sent" value={sent} />
          <Figure label="delivered" value={sumOf(run, 'delivered')} />
          <Figure label="failed" value={sumOf(run, 'failed') + sumOf(run, 'rejected')} />
          {unknown > 0 && (
            <Figure
              value={unknown}
              label={
                <OutboxLink {...outbox} show="unknown">
                  unknown
                </OutboxLink>
              }
            />
          )}
          {sumOf(run, 'ended') > 0 && <Figure label="ended early" value={sumOf(run, 'ended')} />}
        </dl>
        {run.insideEarlier > 0 && (
          <p className="text-12 text-ink-muted">
            and {formatNumber(run.insideEarlier)} still inside earlier versions
          </p>
        )}
        {run.leavingEarlier > 0 && (
          <p className="text-12 text-ink-muted">
            and {formatCount(run.leavingEarlier, 'message')} of earlier runs not sent yet
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
          {isLive ? '' : 'Reconnecting … '}
          {run.resend ? `“${run.resend.nodeName}” sent again, version` : 'version'} {run.versionNumber},
          started <RelativeTime at={run.startedAt} /> by {run.startedBy}
        </p>
        <button type="button" className={linkClass} onClick={onShowRuns}>
          All runs
        </button>
      </div>
      <RunProgress run={run} />
      {countUnderWay(run) > 0 &&
        run.troubles.map((trouble) => (
          <div key={trouble.name} className="border-t px-4 py-1.5">
            <TroubleNote {...trouble} />
          </div>
        ))}
    </section>
  );
}
