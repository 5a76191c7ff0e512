import { endpoints, type Import } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api.ts';
import { projectQuery } from '../../lib/project-query.ts';

const pollMs = 500;

export const importKey = (projectId: string, importId: string) => ['imports', projectId, importId] as const;

/** An import with its progress; asks again twice a second while it runs. */
export const importQuery = (projectId: string, importId: string) =>
  queryOptions({
    queryKey: importKey(projectId, importId),
    queryFn: async ({ client, signal }) => {
      const before = client.getQueryData<Import>(importKey(projectId, importId));
      const found = await callApi(endpoints.getImport, { params: { projectId, importId }, signal });
      if (before?.status === 'running' && found.status !== 'running') {
        // What was loaded of customers, and how many there are, is of before.
        void client.invalidateQueries({ queryKey: ['customers', projectId] });
        void client.invalidateQueries({ queryKey: projectQuery(projectId).queryKey });
      }
      return found;
    },
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? pollMs : false),
  });
