import type { z } from 'zod';

export type EventStreamStatus = 'connecting' | 'open' | 'reconnecting';

interface EventStreamInput<Schema extends z.ZodType> {
  readonly url: string;
  /** The name of the events to take: `event: run` -> `run`. */
  readonly event: string;
  readonly schema: Schema;
  readonly onEvent: (data: z.infer<Schema>) => void;
  readonly onStatus: (status: EventStreamStatus) => void;
}

const firstDelayMs = 500;
const longestDelayMs = 15_000;

/** How long to wait before the try number `attempt` (from 0): doubling, at most 15 s. */
export const reconnectDelayMs = (attempt: number): number =>
  Math.min(firstDelayMs * 2 ** attempt, longestDelayMs);

/**
 * Listens to server-sent events until the returned function is called. The browser reconnects by itself only after
 * a broken line, not after an error status (a server that restarts), so both ways are handled here.
 */
export const openEventStream = <Schema extends z.ZodType>(input: EventStreamInput<Schema>): (() => void) => {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;

  const connect = (): void => {
    const opened = new EventSource(input.url);
    source = opened;
    opened.addEventListener('open', () => {
      attempt = 0;
      input.onStatus('open');
    });
    opened.addEventListener(input.event, (message: MessageEvent<string>) => {
      const parsed = input.schema.safeParse(JSON.parse(message.data));
      if (!parsed.success)
        throw new Error(`An event "${input.event}" of ${input.url} is not of its schema.`, {
          cause: parsed.error,
        });
      input.onEvent(parsed.data);
    });
    opened.addEventListener('error', () => {
      opened.close();
      input.onStatus('reconnecting');
      timer = setTimeout(connect, reconnectDelayMs(attempt));
      attempt += 1;
    });
  };

  input.onStatus('connecting');
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
};
