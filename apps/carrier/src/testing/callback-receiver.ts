import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const reportSchema = z.looseObject({
  type: z.string().optional(),
  status: z.string().optional(),
  recipient: z.string().optional(),
});

interface Received {
  readonly report: z.infer<typeof reportSchema>;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
  readonly at: number;
  readonly port: number | undefined;
  /** Callbacks in progress when this one had arrived, itself included. */
  readonly open: number;
}

/** A server for callbacks; `answer` decides by how many came before, and `openAtMost` says how many were open at once. */
export async function callbackReceiver(
  answer: (nth: number) => number = () => 200,
  options: { readonly holdMs: number } = { holdMs: 0 },
) {
  const received: Received[] = [];
  let open = 0;
  let openAtMost = 0;
  const server = createServer((request, response) => {
    open += 1;
    openAtMost = Math.max(openAtMost, open);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const report = reportSchema.parse(JSON.parse(body));
      const port = request.socket.remotePort;
      received.push({ report, body, headers: request.headers, at: Date.now(), port, open });
      response.statusCode = answer(received.length - 1);
      setTimeout(() => {
        open -= 1;
        response.end();
      }, options.holdMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the callback receiver has no port');
  return { url: `http://127.0.0.1:${address.port}/reports`, received, openAtMost: () => openAtMost };
}
