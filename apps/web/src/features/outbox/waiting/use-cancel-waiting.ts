import { endpoints, type WaitingNode, type WaitingRun } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { notify } from '../../../ui/notify.ts';
import { outboxKey } from '../outbox-queries.ts';

/** What is to be cancelled: all that waits of a run, or of one node of it. */
export interface CancelRequest {
  readonly run: WaitingRun;
  readonly node: WaitingNode | null;
}

/** Orders that what waits is cancelled. How it goes on is told by the list of orders. */
export const useCancelWaiting = (projectId: string) => {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ run: { scenarioId, runId }, node }: CancelRequest) =>
      callApi(endpoints.cancelWaiting, {
        params: { projectId, scenarioId, runId },
        body: { nodeId: node?.nodeId ?? null },
      }),
    onError: (error) => notify.failed(`Nothing was cancelled: ${describeError(error)}`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: outboxKey(projectId) }),
  });
};
