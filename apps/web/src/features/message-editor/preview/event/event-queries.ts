import { endpoints } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../../lib/api.ts';
import type { EventSource, PreviewEvent } from './preview-event-store.ts';

/** A past event to choose, and whose it is where that is not clear. */
export interface PastEvent extends PreviewEvent {
  readonly id: string;
  readonly customerName: string | null;
}

interface EventsWanted {
  readonly projectId: string;
  readonly customerId: string;
  readonly type: string;
  readonly source: Exclude<EventSource, 'typed'>;
}

const limit = 20;

/** The newest events of a type, of one customer or of anyone. */
export const pastEventsQuery = ({ projectId, customerId, type, source }: EventsWanted) =>
  queryOptions({
    queryKey: [
      'projects',
      projectId,
      'preview-events',
      source,
      source === 'customer' ? customerId : '',
      type,
    ],
    queryFn: async ({ signal }): Promise<PastEvent[]> => {
      if (source === 'anyone') {
        const query = { type, limit };
        const { items } = await callApi(endpoints.listEvents, { params: { projectId }, query, signal });
        return items;
      }
      const params = { projectId, customerId };
      const { items } = await callApi(endpoints.listCustomerEvents, {
        params,
        query: { type, limit },
        signal,
      });
      return items.map((event) => ({ ...event, customerName: null }));
    },
    staleTime: 30_000,
  });
