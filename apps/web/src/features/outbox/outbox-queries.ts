import { endpoints } from '@curlew/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api.ts';

/** What all lists of the outbox of a project are kept under. */
export const outboxKey = (projectId: string) => ['outbox', projectId] as const;

// The value that gives its type to the cursor.
const firstPage = null as string | null;

const queryOf = (pageParam: string | null) => (pageParam === null ? {} : { cursor: pageParam });

/** What is shown of the outbox of a project: all of it, or what is of one run. */
export interface OutboxScope {
  readonly projectId: string;
  readonly runId: string | null;
}

const scopeOf = (runId: string | null) => (runId === null ? {} : { runId });

/** How many messages are unknown, wait, and are being sent. */
export const outboxCountsQuery = ({ projectId, runId }: OutboxScope) =>
  queryOptions({
    queryKey: [...outboxKey(projectId), 'counts', runId],
    queryFn: ({ signal }) =>
      callApi(endpoints.countOutbox, { params: { projectId }, query: scopeOf(runId), signal }),
    staleTime: 0,
    refetchInterval: 5_000,
  });

/** Messages of which nobody can say whether they were sent, the latest first, in pages. */
export const unknownQuery = ({ projectId, runId }: OutboxScope) =>
  infiniteQueryOptions({
    queryKey: [...outboxKey(projectId), 'unknown', runId],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listUnknown, {
        params: { projectId },
        query: { ...scopeOf(runId), ...queryOf(pageParam) },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });

/** Runs whose messages wait to be sent, the latest first, in pages. */
export const waitingQuery = ({ projectId, runId }: OutboxScope) =>
  infiniteQueryOptions({
    queryKey: [...outboxKey(projectId), 'waiting', runId],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listWaiting, {
        params: { projectId },
        query: { ...scopeOf(runId), ...queryOf(pageParam) },
        signal,
      }),
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
