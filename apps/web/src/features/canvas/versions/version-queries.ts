import { endpoints, type RevisionSummary } from '@curlew/contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';

export interface ScenarioPlace {
  readonly projectId: string;
  readonly scenarioId: string;
}

const keyOf = ({ projectId, scenarioId }: ScenarioPlace) => ['versions', projectId, scenarioId] as const;

/** What every list of a scenario's versions begins its key with. */
export const versionListKey = (place: ScenarioPlace) => [...keyOf(place), 'list'] as const;

/** The history, newest first, in pages. `revision` is the draft's: with each save the list is another one. */
export const versionListQuery = (place: ScenarioPlace, revision: number) =>
  infiniteQueryOptions({
    queryKey: [...versionListKey(place), revision],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listRevisions, {
        params: place,
        query: pageParam === null ? {} : { cursor: pageParam },
        signal,
      }),
    // The value that gives its type to the cursor.
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

/** A version with its document, which changes only while its author goes on saving. */
export const versionQuery = (
  place: ScenarioPlace,
  { id, savedAt }: Pick<RevisionSummary, 'id' | 'savedAt'>,
) =>
  queryOptions({
    queryKey: [...keyOf(place), id, savedAt],
    queryFn: ({ signal }) => callApi(endpoints.getRevision, { params: { ...place, revisionId: id }, signal }),
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
