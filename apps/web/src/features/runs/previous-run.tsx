import type { Run } from '@curlew/contract';
import { formatCount } from '../../lib/format-number.ts';
import { Banner } from '../../ui/banner.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { isGoingOn, sumOf } from './run-totals.ts';

/** Before a start: what went out already, so that nobody sends it twice without knowing. */
export function PreviousRun({ run }: { readonly run: Run }) {
  if (isGoingOn(run))
    return (
      <Banner kind="warning">
        Version {run.versionNumber} is running: publish the changes over it instead.
      </Banner>
    );
  const sent = sumOf(run, 'sent');
  if (sent === 0) return null;
  return (
    <Banner kind="warning">
      Version {run.versionNumber}, started <RelativeTime at={run.startedAt} />, has sent{' '}
      {formatCount(sent, 'message')}. A new start sends to those customers again.
    </Banner>
  );
}
