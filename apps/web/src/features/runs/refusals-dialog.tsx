import type { RefusalCount } from '@curlew/contract';
import type { ReactNode } from 'react';
import { formatCount } from '../../lib/format-number.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ResendOffers } from './resend/resend-offers.tsx';
import { RefusalTable } from './refusal-table.tsx';
import type { RunParams } from './run-queries.ts';
import { sumOf } from './run-totals.ts';
import { useNamedRun } from './use-named-run.ts';

interface RefusalsDialogProps {
  readonly where: RunParams;
  /** Lists the customers of a refusal. */
  readonly renderWho: (refusal: RefusalCount) => ReactNode;
  /** Sends a message again; null: that is not possible now. */
  readonly onResend: ((nodeId: string, name: string) => void) | null;
  readonly onClose: () => void;
}

/** What a run did not send, and why. */
export function RefusalsDialog({ where, renderWho, onResend, onClose }: RefusalsDialogProps) {
  const { run, nodeName, error, retry } = useNamedRun(where);
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title="Not sent"
      description="Each of these customers has an event that says so, with the reason."
    >
      {!run && error === null && <Skeleton label="Loading reasons" rows={3} />}
      {error !== null && <ErrorState error={error} onRetry={retry} />}
      {run && run.refusals.length > 0 && (
        <RefusalTable
          projectId={where.projectId}
          refusals={run.refusals}
          nodeName={nodeName}
          renderWho={renderWho}
        />
      )}
      {run && sumOf(run, 'unsent') > 0 && (
        <p className="pt-3 text-13 text-ink-muted">
          {formatCount(sumOf(run, 'unsent'), 'message')} more: refused by the operator, or taken as not sent.
          They are among those that failed.
        </p>
      )}
      {run && onResend && <ResendOffers nodes={run.nodes} nodeName={nodeName} onResend={onResend} />}
    </Dialog>
  );
}
