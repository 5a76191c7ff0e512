import { endpoints, type RefusalCount } from '@curlew/contract';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { callApi } from '../../lib/api.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RefusalTable } from './refusal-table.tsx';

interface RefusalsDialogProps {
  readonly where: { readonly projectId: string; readonly scenarioId: string; readonly runId: string };
  readonly nodeName: (nodeId: string) => string;
  /** Lists the customers of a refusal. */
  readonly renderWho: (refusal: RefusalCount) => ReactNode;
  readonly onClose: () => void;
}

/** What a run did not send, and why. */
export function RefusalsDialog({ where, nodeName, renderWho, onClose }: RefusalsDialogProps) {
  const run = useQuery({
    queryKey: ['run', where],
    queryFn: ({ signal }) => callApi(endpoints.getRun, { params: where, signal }),
    staleTime: 0,
  });
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title="Not sent"
      description="Each of these customers has an event that says so, with the reason."
    >
      {run.isPending && <Skeleton label="Loading reasons" rows={3} />}
      {run.isError && <ErrorState error={run.error} onRetry={() => void run.refetch()} />}
      {run.data && (
        <RefusalTable
          projectId={where.projectId}
          refusals={run.data.refusals}
          nodeName={nodeName}
          renderWho={renderWho}
        />
      )}
    </Dialog>
  );
}
