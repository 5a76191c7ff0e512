import { endpoints } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';

/** What sends through an integration, and what would if it were the default. */
export const integrationUseQuery = (projectId: string, integrationId: string) =>
  queryOptions({
    // Not among what is asked anew of the project after a change: of one that was deleted nothing is known.
    queryKey: ['integration-use', projectId, integrationId],
    queryFn: ({ signal }) =>
      callApi(endpoints.getIntegrationUse, { params: { projectId, integrationId }, signal }),
    // What was so a moment ago is not what is changed now.
    staleTime: 0,
    gcTime: 0,
  });
