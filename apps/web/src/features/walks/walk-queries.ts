import { endpoints, type WalkState } from '@curlew/contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { apiUrl } from '../../lib/api-url.ts';
import { callApi } from '../../lib/api.ts';

export interface RunPlace {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly runId: string;
}

/** Which walks of a run: at a node, by one of its outputs, refused a message for one reason, in a state; of which customers. */
export interface WalksWanted {
  readonly nodeId?: string;
  readonly output?: string;
  readonly refusal?: string;
  readonly state?: WalkState;
  readonly search?: string;
}

/** The same walks, all of them, as a file. */
export const runWalksFile = (run: RunPlace, wanted: WalksWanted): string =>
  apiUrl(`${endpoints.listRunWalks.path}.csv`, run, wanted);

/** Walks of a run, the latest first, in pages. */
export const runWalksQuery = (run: RunPlace, wanted: WalksWanted) =>
  infiniteQueryOptions({
    queryKey: ['walks', run, wanted],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listRunWalks, {
        params: run,
        query: { ...wanted, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    // The value that gives its type to the cursor.
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    // People move on while nobody looks.
    staleTime: 0,
  });

/** A customer's walks over all scenarios, the latest first, in pages. */
export const customerWalksQuery = (projectId: string, customerId: string) =>
  infiniteQueryOptions({
    queryKey: ['walks', 'customer', projectId, customerId],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listCustomerWalks, {
        params: { projectId, customerId },
        query: { limit: 10, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });

/** One walk in full. */
export const walkQuery = (projectId: string, walkId: string) =>
  queryOptions({
    queryKey: ['walks', 'one', projectId, walkId],
    queryFn: ({ signal }) => callApi(endpoints.getWalk, { params: { projectId, walkId }, signal }),
    staleTime: 0,
  });

/** The steps of a walk before one of them. */
export const walkStepsQuery = (
  walk: { readonly projectId: string; readonly walkId: string },
  before: number,
) =>
  queryOptions({
    queryKey: ['walks', 'steps', walk, before],
    queryFn: ({ signal }) => callApi(endpoints.listWalkSteps, { params: walk, query: { before }, signal }),
    // Only what became of their messages may change, which nobody looks back for.
    staleTime: Infinity,
  });

/** When triggers of a run started late. */
export const lateStartsQuery = (run: RunPlace) =>
  queryOptions({
    queryKey: ['walks', 'late', run],
    queryFn: ({ signal }) => callApi(endpoints.listLateStarts, { params: run, signal }),
    staleTime: 0,
  });

/** The latest runs of a scenario. */
export const runsQuery = (where: Omit<RunPlace, 'runId'>) =>
  queryOptions({
    queryKey: ['walks', 'runs', where],
    queryFn: ({ signal }) => callApi(endpoints.listRuns, { params: where, signal }),
    staleTime: 0,
  });
