import { endpoints } from '@curlew/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api.ts';

/** Which runs: all there were, or those that go on. */
export type RunsShown = 'all' | 'going';

/** The runs of all scenarios of a project, the newest first, in pages. */
export const allRunsQuery = (projectId: string, show: RunsShown) =>
  infiniteQueryOptions({
    queryKey: ['all-runs', projectId, show],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listProjectRuns, {
        params: { projectId },
        query: { show, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    // The value that gives its type to the cursor.
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    // They go on while nobody looks.
    staleTime: 0,
  });
