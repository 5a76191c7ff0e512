import { endpoints } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from './api.ts';

/** Which attributes and events the customers of a project have. */
export const dataQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'data'],
    queryFn: ({ signal }) => callApi(endpoints.describeData, { params: { projectId }, signal }),
    staleTime: 60_000,
  });
