import { endpoints } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from './api.ts';

/** The connections with operators, as the settings show them, and what else can be added. */
export const integrationsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'integrations'],
    queryFn: ({ signal }) => callApi(endpoints.listIntegrations, { params: { projectId }, signal }),
    staleTime: 60_000,
  });
