import { endpoints } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api.ts';

export interface RunParams {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly runId: string;
}

/** Any run with its counts and refusals. */
export const runQuery = (params: RunParams) =>
  queryOptions({
    queryKey: ['run', params],
    queryFn: ({ signal }) => callApi(endpoints.getRun, { params, signal }),
    staleTime: 0,
  });

/** What a run runs, as it was drawn when it was started. */
export const runDocumentQuery = (params: RunParams) =>
  queryOptions({
    queryKey: ['run', params, 'document'],
    queryFn: ({ signal }) => callApi(endpoints.getRunDocument, { params, signal }),
    // It never changes.
    staleTime: Infinity,
  });
