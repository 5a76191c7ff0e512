import { endpoints, type ResendReason, type Run } from '@curlew/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError } from '../../../lib/api-error.ts';
import { callApi } from '../../../lib/api.ts';
import { notify } from '../../../ui/notify.ts';
import type { RunParams } from '../run-queries.ts';

/** A message of a run. */
export interface ResendPlace extends RunParams {
  readonly nodeId: string;
}

interface ResendInput {
  readonly place: ResendPlace;
  readonly messageName: string;
  /** Saves what is not saved yet; false when that failed. */
  readonly onBeforeLook: () => Promise<boolean>;
  readonly onStarted: (run: Run) => void;
}

/** Whom a message would be sent to again, and the command that does it. What is sent is what is saved. */
export const useResend = ({ place, messageName, onBeforeLook, onStarted }: ResendInput) => {
  const queryClient = useQueryClient();
  const { nodeId, ...params } = place;
  const preview = useQuery({
    queryKey: ['resend', place],
    queryFn: async ({ signal }) => {
      if (!(await onBeforeLook()))
        throw new Error('The draft could not be saved, and only what is saved is sent: save it first.');
      return callApi(endpoints.previewResend, { params, query: { nodeId }, signal });
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const send = useMutation({
    mutationFn: (body: { revision: number; reasons: ResendReason[] }) =>
      callApi(endpoints.resendMessages, { params, body: { nodeId, ...body } }),
    onSuccess: (run) => {
      notify.done(`“${messageName}” is sent again`);
      void queryClient.invalidateQueries({ queryKey: ['scenarios'] });
      onStarted(run);
    },
    // What was looked at is not what there is any more: look again.
    onError: (error) => {
      if (error instanceof ApiError && ['revision_conflict', 'bad_request'].includes(error.code))
        void preview.refetch();
    },
  });
  return { preview, send };
};
