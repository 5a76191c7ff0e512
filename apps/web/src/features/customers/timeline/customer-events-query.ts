import { endpoints } from '@curlew/contract';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { refreshInterval } from './refresh-interval.ts';

export type EventFilter = 'all' | 'campaign';

interface EventsWanted {
  readonly projectId: string;
  readonly customerId: string;
  readonly filter: EventFilter;
}

/** A customer's events, newest first, in pages; asks again by itself while a message is on its way. */
export const customerEventsQuery = ({ projectId, customerId, filter }: EventsWanted) =>
  infiniteQueryOptions({
    queryKey: ['customers', projectId, 'events', customerId, filter],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listCustomerEvents, {
        params: { projectId, customerId },
        query: {
          ...(filter === 'all' ? {} : { only: filter }),
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        signal,
      }),
    // The value that gives its type to the cursor.
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: ({ state }) => refreshInterval(state.data?.pages[0]?.items ?? [], Date.now()),
  });
