import type { RefusalCount } from '@curlew/contract';
import type { ReactNode } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RefusalTable } from './refusal-table.tsx';
import type { RunParams } from './run-queries.ts';
import { useNamedRun } from './use-named-run.ts';

interface RefusalsDialogProps {
  readonly where: RunParams;
  /** Lists the customers of a refusal. */
  readonly renderWho: (refusal: RefusalCount) => ReactNode;
  readonly onClose: () => void;
}

/** What a run did not send, and why. */
export function RefusalsDialog({ where, renderWho, onClose }: RefusalsDialogProps) {
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
      {run && (
        <RefusalTable
          projectId={where.projectId}
          refusals={run.refusals}
          nodeName={nodeName}
          renderWho={renderWho}
        />
      )}
    </Dialog>
  );
}
