import { endpoints } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from './api.ts';

/** A project with what its screens refer to: integrations, consent categories, the role of who asks. */
export const projectQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId],
    queryFn: ({ signal }) => callApi(endpoints.getProject, { params: { projectId }, signal }),
    staleTime: 60_000,
  });
