import type { RequestHandler } from 'express';
import type { Ledger } from '../ledger/ledger.ts';

const coalesceMs = 250;
const mostNumbers = 100;

/** `GET /carrier/api/live`: an event stream that says, at most four times a second, which phones received something. */
export function streamArrivals(ledger: Ledger): RequestHandler {
  return (request, response) => {
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write('retry: 1000\n\n');
    const numbers = new Set<string>();
    let timer: NodeJS.Timeout | undefined;

    function send(): void {
      timer = undefined;
      const data = { messages: ledger.received.length, numbers: [...numbers] };
      numbers.clear();
      response.write(`event: received\ndata: ${JSON.stringify(data)}\n\n`);
    }

    const end = ledger.onReceived((message) => {
      if (numbers.size < mostNumbers) numbers.add(message.recipient);
      timer ??= setTimeout(send, coalesceMs);
    });
    request.on('close', () => {
      end();
      clearTimeout(timer);
    });
  };
}
