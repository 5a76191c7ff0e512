import { endpoints, type AudienceRange } from '@curlew/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { callApi } from '../../../lib/api.ts';
import { useDebouncedValue } from '../../../lib/use-debounced-value.ts';
import { withoutEvent } from './describe-result.ts';
import { askForCount, audienceQuery, type CountedMessage, type Wanted } from './audience-query.ts';

/** How long a text rests before its audience is counted by itself. */
const restMs = 2_000;

export interface AudienceOfMessage {
  /** Of the text as it last rested; undefined until the first answer. */
  readonly range: AudienceRange | undefined;
  /** Whether the text has been changed since. */
  readonly isBehind: boolean;
  readonly error: unknown;
  readonly count: (wanted: Wanted) => void;
  readonly cancel: () => void;
  readonly isAsking: boolean;
}

/** What a message comes to over all customers: counted by itself while they are few, else when asked. */
export const useAudienceRange = (message: CountedMessage): AudienceOfMessage => {
  const client = useQueryClient();
  const node = useDebouncedValue(message.node, restMs);
  const settled = { ...message, node };
  const query = audienceQuery(settled, client);
  const { data, error, refetch } = useQuery(query);
  const givesEvent = message.triggerEvents.length > 0;
  const range = useMemo(
    () => (data?.result && !givesEvent ? { ...data, result: withoutEvent(data.result) } : data),
    [data, givesEvent],
  );
  const keep = (answer: AudienceRange): void => {
    client.setQueryData(query.queryKey, answer);
  };
  const ask = useMutation({
    mutationFn: (wanted: Wanted) => askForCount(settled, wanted),
    onSuccess: keep,
  });
  const stop = useMutation({
    mutationFn: (rangeId: string) =>
      callApi(endpoints.cancelAudienceRange, { params: { projectId: message.projectId, rangeId } }),
    onSuccess: keep,
  });
  return {
    range,
    isBehind: node !== message.node,
    error: ask.error ?? stop.error ?? (data === undefined ? error : null),
    count: (wanted) => {
      stop.reset();
      if (data === undefined) void refetch();
      else ask.mutate(wanted);
    },
    cancel: () => {
      if (data?.id) stop.mutate(data.id);
    },
    isAsking: ask.isPending || stop.isPending,
  };
};
