import type { FilterCount } from '@curlew/contract';
import { type CustomerFilter, findFilterIssues } from '@curlew/scenario';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { describeError } from '../../../../lib/error-sentences.ts';
import { formatCount, formatNumber, formatShare } from '../../../../lib/format-number.ts';
import { useDebouncedValue } from '../../../../lib/use-debounced-value.ts';
import { Button } from '../../../../ui/button.tsx';
import { Spinner } from '../../../../ui/spinner.tsx';
import { useSettings } from '../settings/settings-context.ts';
import { countQuery } from './count-query.ts';

interface AudienceCountProps {
  readonly filter: CustomerFilter;
}

const settleMs = 400;

// Stays in sight while the conditions above it are edited.
const boxClass =
  'sticky -bottom-4 z-10 -mx-4 flex min-h-17 flex-col justify-center gap-1 border-y bg-surface px-4 py-2 text-13 text-ink-muted';

function Counted({ count, isEstimate, total, sample }: FilterCount) {
  const more = count - sample.length;
  return (
    <>
      <p className="text-ink tabular-nums">
        {isEstimate && 'about '}
        <span className="font-semibold">{formatCount(count, 'customer')}</span> now,{' '}
        {formatShare(count, total)} of {formatNumber(total)}
      </p>
      {sample.length > 0 && (
        <p className="text-12">
          {sample.map(({ name }) => name).join(', ')}
          {more > 0 && ` and ${isEstimate ? 'about ' : ''}${formatNumber(more)} more`}
        </p>
      )}
    </>
  );
}

/** How many customers meet a filter just now, and some of them, kept true while it is edited. */
export function AudienceCount({ filter }: AudienceCountProps) {
  const { projectId } = useSettings();
  const settled = useDebouncedValue(filter, settleMs);
  const isComplete = useMemo(
    () => findFilterIssues(settled, 'filter').every(({ severity }) => severity !== 'error'),
    [settled],
  );
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...countQuery(projectId, settled),
    enabled: isComplete,
  });
  const isBehind = isFetching || isPlaceholderData || settled !== filter;

  if (!isComplete)
    return <p className={boxClass}>Complete the conditions to see how many customers meet them.</p>;
  if (error && !isFetching)
    return (
      <div className={boxClass}>
        <p>{describeError(error)}</p>
        <div>
          <Button size="small" onClick={() => void refetch()}>
            Count again
          </Button>
        </div>
      </div>
    );
  return (
    <section aria-label="Count" aria-live="polite" aria-busy={isBehind} className={boxClass}>
      {data ? <Counted {...data} /> : <p>Counting…</p>}
      {isBehind && (
        <span className="absolute top-2.5 right-4 text-ink-faint">
          <Spinner />
        </span>
      )}
    </section>
  );
}
