import { useEffect, useRef } from 'react';
import { describeError } from '../../../lib/error-sentences.ts';
import { formatCount, formatNumber } from '../../../lib/format-number.ts';
import { Button } from '../../../ui/button.tsx';
import type { ShownSteps } from './use-walk-steps.ts';

/** Over the first step that is shown: how many came before it, and some more of them. */
export function EarlierSteps({ earlierSteps, next, showEarlier, isLoading, error }: ShownSteps) {
  const note = useRef<HTMLParagraphElement>(null);
  // The button goes with the last of them and would take the focus along.
  useEffect(() => {
    if (earlierSteps === 0 && document.activeElement === document.body) note.current?.focus();
  }, [earlierSteps]);
  return (
    <div className="mb-4 flex min-h-7 flex-wrap items-center justify-between gap-2">
      <p ref={note} tabIndex={-1} className="text-12 text-ink-muted outline-none">
        {earlierSteps === 0
          ? 'All steps from the first on'
          : `${formatCount(earlierSteps, 'step')} before these`}
      </p>
      {error !== null && !isLoading && (
        <p role="alert" className="text-12 text-bad">
          {describeError(error)}
        </p>
      )}
      {earlierSteps > 0 && (
        <Button size="small" loading={isLoading} onClick={showEarlier}>
          Show {formatNumber(next)} earlier
        </Button>
      )}
    </div>
  );
}
