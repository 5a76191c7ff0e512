import type { Response } from 'express';

export interface EventStream {
  send(event: string, data: unknown): void;
  onClose(listener: () => void): void;
}

const heartbeatMs = 15_000;
// Then the browser opens it anew, and is asked again who it is.
const lifetimeMs = 5 * 60_000;

/** Turns a response into server-sent events, with a heartbeat so that proxies keep it open. */
export const openEventStream = (response: Response): EventStream => {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  response.write('retry: 2000\n\n');
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  const end = setTimeout(() => response.end(), lifetimeMs);
  response.on('close', () => {
    clearInterval(heartbeat);
    clearTimeout(end);
  });
  return {
    send: (event, data) => {
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    onClose: (listener) => {
      // Whoever went away while the stream was being opened is gone already.
      if (response.closed) listener();
      else response.on('close', listener);
    },
  };
};
