import type { AudienceRange } from '@curlew/contract';
import { ChartNoAxesColumn, RotateCw, Users } from 'lucide-react';
import { useState } from 'react';
import { classNames } from '../../../lib/class-names.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { formatCount, formatNumber } from '../../../lib/format-number.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { AudienceDialog } from './audience-dialog.tsx';
import type { CountedMessage } from './audience-query.ts';
import { isCounting } from './audience-query.ts';
import { describeSums } from '../../../lib/describe-cost.ts';
import { describeFailures, describeParts, describeUnknown } from './describe-result.ts';
import { useAudienceRange } from './use-audience-range.ts';
import { useCost } from './use-cost.ts';

const whyNotCounted = ({ status, problem, total }: AudienceRange): string => {
  if (status === 'cancelled') return 'Counting was stopped.';
  if (status === 'failed') return problem ?? 'Counting failed.';
  return `Not counted yet over ${formatCount(total, 'customer')}.`;
};

interface CountingProps {
  readonly range: AudienceRange;
  readonly onCancel: () => void;
}

function Counting({ range: { done, total }, onCancel }: CountingProps) {
  return (
    <div className="flex items-center gap-3">
      <span className="shrink-0 text-ink-muted tabular-nums">
        Counting {formatNumber(done)} of {formatCount(total, 'customer')}
      </span>
      <span className="min-w-16 flex-1">
        <ProgressBar label="Counting the audience" value={done} max={total} />
      </span>
      <Button size="small" onClick={onCancel}>
        Stop
      </Button>
    </div>
  );
}

/** What the message comes to over all customers, in one line: parts, messages, money. */
export function AudienceLine(message: CountedMessage) {
  const { range, isBehind, error, count, cancel, isAsking } = useAudienceRange(message);
  const cost = useCost(message.projectId, message.node);
  const [isOpen, setOpen] = useState(false);
  const result = range?.result ?? null;
  const failures = result && describeFailures(result);
  const money = result && cost ? describeSums(cost(result.cells)) : null;
  const unknown = result && describeUnknown(result);

  if (error)
    return (
      <section aria-label="Audience" className="flex items-center gap-3 text-13 text-ink-muted">
        <p>{describeError(error)}</p>
        <Button size="small" onClick={() => count('any')}>
          Count again
        </Button>
      </section>
    );
  return (
    <section aria-label="Audience" aria-busy={isBehind} className="flex flex-col gap-1 text-13">
      {range && isCounting(range) && <Counting range={range} onCancel={cancel} />}
      {range === undefined && <p className="text-ink-muted">Counting the audience…</p>}
      {range && !result && !isCounting(range) && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <p className="text-ink-muted">{whyNotCounted(range)}</p>
          <Button size="small" icon={<Users />} loading={isAsking} onClick={() => count('any')}>
            Count audience
          </Button>
        </div>
      )}
      {range && result && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <p className={classNames('tabular-nums', isBehind ? 'text-ink-faint' : 'text-ink')}>
            {describeParts(result)}
            {result.messages > 0 && ` · ${formatCount(result.messages, 'message')}`}
            {money !== null && ` · about ${money}`}
          </p>
          {failures !== null && (
            <p className={classNames('tabular-nums', isBehind ? 'text-ink-faint' : 'text-bad')}>{failures}</p>
          )}
          <span className="text-12 text-ink-faint">
            {unknown !== null && result.messages > 0 && `without ${unknown}, `}
            {range.isOutdated && !isCounting(range) && 'customers have changed since, '}
            {range.countedAt && (
              <>
                counted <RelativeTime at={range.countedAt} />
              </>
            )}
          </span>
          <span className="flex items-center gap-1">
            {!isCounting(range) && (
              <IconButton
                size="small"
                label="Count again"
                icon={<RotateCw />}
                onClick={() => count('again')}
              />
            )}
            <Button size="small" icon={<ChartNoAxesColumn />} onClick={() => setOpen(true)}>
              Details
            </Button>
          </span>
          <AudienceDialog
            isOpen={isOpen}
            onOpenChange={setOpen}
            result={result}
            cost={cost}
            isBehind={isBehind}
          />
        </div>
      )}
      {range?.status === 'failed' && result && <p className="text-12 text-bad">{range.problem}</p>}
    </section>
  );
}
