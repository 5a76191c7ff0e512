import type { Run } from '@curlew/contract';
import { formatCount, formatNumber } from '../../lib/format-number.ts';
import { describeOpen, placeMessages } from '../../lib/message-places.ts';
import { Banner } from '../../ui/banner.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { OutboxLink } from './outbox-link.tsx';
import { isGoingOn } from './run-totals.ts';

interface PreviousRunProps {
  readonly projectId: string;
  readonly run: Run;
  /** Whether a start would send anything; null: that is not known yet. */
  readonly wouldSend: boolean | null;
  /** By all runs of the scenario; null: not known yet. */
  readonly sentBefore: number | null;
}

/** Before a start: what went out already, or may yet, so that nobody sends it twice without knowing. */
export function PreviousRun({ projectId, run, wouldSend, sentBefore }: PreviousRunProps) {
  if (isGoingOn(run))
    return (
      <Banner kind="warning">
        Version {run.versionNumber} is running: publish the changes over it instead.
      </Banner>
    );
  const places = placeMessages(run.nodes);
  const open = describeOpen(places);
  const inAll = Math.max(places.sent, sentBefore ?? 0);
  if (inAll === 0 && open.length === 0) return null;
  return (
    <Banner kind="warning">
      Version {run.versionNumber}, started <RelativeTime at={run.startedAt} />, has sent{' '}
      {formatCount(places.sent, 'message')}
      {open.map((words) => `, ${words}`).join('')}.{' '}
      {inAll > places.sent && `All its runs together have sent ${formatNumber(inAll)}. `}
      {wouldSend === true &&
        'A new start sends to the same customers again, unless a frequency policy or a condition leaves them out. '}
      {open.length > 0 && (
        <OutboxLink projectId={projectId} run={run} show={places.unknown > 0 ? 'unknown' : 'waiting'}>
          Show in the outbox
        </OutboxLink>
      )}
    </Banner>
  );
}
