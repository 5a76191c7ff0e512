import { endpoints } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from './api.ts';

/** What a part costs through an integration. */
export const priceListQuery = (projectId: string, integrationId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'prices', integrationId],
    queryFn: ({ signal }) => callApi(endpoints.listPrices, { params: { projectId, integrationId }, signal }),
    staleTime: 60_000,
  });
