import { endpoints, type AudienceRange } from '@curlew/contract';
import type { NodeOf } from '@curlew/scenario';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';

/** The message whose audience is counted. */
export interface CountedMessage {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly node: NodeOf<'sms'>;
  /** The types of the events that can bring a customer to it. */
  readonly triggerEvents: readonly string[];
}

export type Wanted = 'small' | 'any' | 'again';

const pollMs = 500;

/** What makes no difference to the count is left out, so that changing it asks for nothing. */
const countedPartOf = (node: NodeOf<'sms'>): NodeOf<'sms'> => ({
  ...node,
  position: { x: 0, y: 0 },
  settings: { ...node.settings, eventProperties: [] },
});

export const isCounting = (range: AudienceRange | undefined): boolean =>
  range?.status === 'waiting' || range?.status === 'running';

/** Asks what a message comes to; what is being counted already is joined. */
export const askForCount = (
  { projectId, scenarioId, node }: CountedMessage,
  count: Wanted,
  signal?: AbortSignal,
): Promise<AudienceRange> =>
  callApi(endpoints.countAudience, {
    params: { projectId },
    body: { scenarioId, node: countedPartOf(node), count },
    ...(signal ? { signal } : {}),
  });

/** What a message comes to over all customers, followed while it is being counted. */
export const audienceQuery = (message: CountedMessage, client: QueryClient) => {
  const { projectId, scenarioId, node } = message;
  const queryKey = ['projects', projectId, 'audience-range', scenarioId, countedPartOf(node)] as const;
  return queryOptions({
    queryKey,
    queryFn: ({ signal }) => {
      const known = client.getQueryData<AudienceRange>(queryKey);
      if (!known?.id || !isCounting(known)) return askForCount(message, 'small', signal);
      const params = { projectId, rangeId: known.id };
      return callApi(endpoints.getAudienceRange, { params, signal });
    },
    refetchInterval: ({ state }) => (isCounting(state.data) ? pollMs : false),
    staleTime: 60_000,
  });
};
