import { endpoints } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api.ts';

/**
 * A scenario with its draft, as it was when the page opened. The document under work is the canvas's own from then on, so
 * this is neither renewed while the page is open nor kept for the next time.
 */
export const scenarioQuery = (projectId: string, scenarioId: string) =>
  queryOptions({
    queryKey: ['scenario', projectId, scenarioId],
    queryFn: ({ signal }) => callApi(endpoints.getScenario, { params: { projectId, scenarioId }, signal }),
    staleTime: Infinity,
    gcTime: 0,
  });
