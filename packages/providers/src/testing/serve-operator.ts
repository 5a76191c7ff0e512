import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface LoopbackServer {
  readonly url: string;
  /** Method and path of each request that arrived whole. */
  readonly requests: readonly string[];
  readonly bodies: readonly string[];
  readonly close: () => Promise<void>;
}

const open: LoopbackServer[] = [];

/** A real HTTP server that lets `handle` answer once the whole request has arrived. */
export async function serve(handle: Handler): Promise<LoopbackServer> {
  const requests: string[] = [];
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      requests.push(`${request.method} ${request.url}`);
      bodies.push(body);
      handle(request, response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // `address()` is an AddressInfo once a TCP server listens.
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const loopback = { url: `http://127.0.0.1:${port}`, requests, bodies, close };
  open.push(loopback);
  return loopback;
}

/** Answers each request so. */
export function answer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Handler {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

/** Closes the servers that were opened, as each test that opens some does when it is over. */
export async function closeOperators(): Promise<void> {
  await Promise.all(open.splice(0).map((server) => server.close()));
}
