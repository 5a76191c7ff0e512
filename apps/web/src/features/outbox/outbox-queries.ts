import { endpoints } from '@curlew/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api.ts';

/** What all lists of the outbox of a project are kept under. */
export const outboxKey = (projectId: string) => ['outbox', projectId] as const;

// The value that gives its type to the cursor.
const firstPage = null as string | null;

const queryOf = (pageParam: string | null) => (pageParam === null ? {} : { cursor: pageParam });

/** Messages of which nobody can say whether they were sent, the latest first, in pages. */
export const unknownQuery = (projectId: string) =>
  infiniteQueryOptions({
    queryKey: [...outboxKey(projectId), 'unknown'],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listUnknown, { params: { projectId }, query: queryOf(pageParam), signal }),
    initialPageParam: firstPage,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });

/** Runs whose messages wait to be sent, the latest first, in pages. */
export const waitingQuery = (projectId: string) =>
  infiniteQueryOptions({
    queryKey: [...outboxKey(projectId), 'waiting'],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listWaiting, { params: { projectId }, query: queryOf(pageParam), signal }),
    initialPageParam: firstPage,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });

/** The orders to cancel what waits, the latest first, in pages. */
export const cancelOrdersQuery = (projectId: string) =>
  infiniteQueryOptions({
    queryKey: [...outboxKey(projectId), 'orders'],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listCancelOrders, {
        params: { projectId },
        query: { limit: 10, ...queryOf(pageParam) },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });
