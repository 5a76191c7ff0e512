import { endpoints } from '@curlew/contract';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { projectQuery } from '../../../lib/project-query.ts';
import { notify } from '../../../ui/notify.ts';

// Customers with what is wrong with their numbers, and whatever else asked the gate: previews, counts and dry runs.
const askAgain = (client: QueryClient, projectId: string): Promise<unknown> =>
  Promise.all([
    client.invalidateQueries({ queryKey: projectQuery(projectId).queryKey }),
    client.invalidateQueries({ queryKey: ['customers', projectId] }),
    client.invalidateQueries({ queryKey: ['dry-run', { projectId }] }),
  ]);

/** Lets messages to numbers in the US through from now on, or refuses them. */
export const useSwitchUsSending = (projectId: string) => {
  const client = useQueryClient();
  const { queryKey } = projectQuery(projectId);
  return useMutation({
    mutationFn: (isUsEnabled: boolean) =>
      callApi(endpoints.switchUsSending, { params: { projectId }, body: { isUsEnabled } }),
    onSuccess: ({ isUsEnabled }) => {
      client.setQueryData(queryKey, (project) => project && { ...project, isUsEnabled });
      notify.done(`Messages to numbers in the US are ${isUsEnabled ? 'sent' : 'refused'} from now on`);
    },
    onSettled: () => void askAgain(client, projectId),
  });
};
