import { endpoints } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';

/** What campaign events are named, and who asks for them: asked anew each time, as others draw meanwhile. */
export const eventNamesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'campaign-events'],
    queryFn: ({ signal }) => callApi(endpoints.getCampaignEventNames, { params: { projectId }, signal }),
    staleTime: 0,
  });
