import { endpoints } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from './api.ts';

/** The senders to pick from, and what messages follow where their node says nothing else. */
export const messageSettingsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'message-settings'],
    queryFn: ({ signal }) => callApi(endpoints.getMessageSettings, { params: { projectId }, signal }),
    staleTime: 60_000,
  });
