import { endpoints, type FrequencyPolicy } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { projectQuery } from '../../../lib/project-query.ts';
import { notify } from '../../../ui/notify.ts';

/** A policy as it is typed; without an id it is a new one. */
export interface PolicyDraft extends Pick<FrequencyPolicy, 'name' | 'rules'> {
  readonly id: string | null;
}

/** Saves and deletes policies; the project is asked anew for what it has. */
export const useChangePolicies = (projectId: string) => {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: projectQuery(projectId).queryKey });
  const save = useMutation({
    mutationFn: ({ id, name, rules }: PolicyDraft) =>
      id === null
        ? callApi(endpoints.createFrequencyPolicy, { params: { projectId }, body: { name, rules } })
        : callApi(endpoints.changeFrequencyPolicy, {
            params: { projectId, policyId: id },
            body: { name, rules },
          }),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (policyId: string) =>
      callApi(endpoints.deleteFrequencyPolicy, { params: { projectId, policyId } }),
    onSettled,
    onError: (error) => notify.failed(describeError(error)),
  });
  return { save, remove };
};
