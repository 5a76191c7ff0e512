import { endpoints, type ScenarioSummary } from '@curlew/contract';
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { callApi } from '../../lib/api.ts';

const isRunning = ({ status }: ScenarioSummary): boolean => status === 'active' || status === 'finishing';
const liveMs = 5_000;

/** What every list of a project's scenarios begins its key with. */
export const scenarioListKey = (projectId: string) => ['scenarios', projectId, 'list'] as const;

/** Scenarios whose name contains the search, last edited first, in pages. */
export const scenarioListQuery = (projectId: string, search: string) =>
  infiniteQueryOptions({
    queryKey: [...scenarioListKey(projectId), search],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listScenarios, {
        params: { projectId },
        query: { search, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    // The value that gives its type to the cursor.
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    // The numbers of what runs rise by themselves.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isRunning)) === true ? liveMs : false,
  });
