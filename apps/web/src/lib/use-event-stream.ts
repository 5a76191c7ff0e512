import { useEffect, useEffectEvent, useState } from 'react';
import type { z } from 'zod';
import { type EventStreamStatus, openEventStream } from './event-stream.ts';

interface EventStreamOptions<Schema extends z.ZodType> {
  /** Null: do not listen. */
  readonly url: string | null;
  readonly event: string;
  readonly schema: Schema;
  readonly onEvent: (data: z.infer<Schema>) => void;
}

/** Listens to the server-sent events of a URL while mounted; says how the connection stands. */
export const useEventStream = <Schema extends z.ZodType>(
  options: EventStreamOptions<Schema>,
): EventStreamStatus => {
  const { url, event, schema } = options;
  const [status, setStatus] = useState<EventStreamStatus>('connecting');
  const onEvent = useEffectEvent(options.onEvent);

  useEffect(() => {
    if (url === null) return undefined;
    return openEventStream({ url, event, schema, onEvent: (data) => onEvent(data), onStatus: setStatus });
  }, [url, event, schema]);

  return status;
};
