import { createServer, type RequestListener, type Server } from 'node:http';
import {
  createServer as createTcpServer,
  type AddressInfo,
  type Server as TcpServer,
  type Socket,
} from 'node:net';

/** A server on loopback that outbound requests are sent to. */
export interface Target {
  readonly port: number;
  /** `host:port`, as what is allowed is written. */
  readonly host: string;
  /** Connections that were opened to it. */
  connections(): number;
  stop(): Promise<void>;
}

/** Serves on a free port of loopback, and can be stopped whatever hangs on it. */
export const startTarget = async (server: Server | TcpServer): Promise<Target> => {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server always has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    host: `127.0.0.1:${port}`,
    connections: () => connections,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

export const startHttpTarget = (listener: RequestListener): Promise<Target> =>
  startTarget(createServer(listener));

/** Answers each connection with these bytes once something was asked, and no more. */
export const startRawTarget = (answer: string): Promise<Target> =>
  startTarget(createTcpServer((socket) => socket.once('data', () => socket.end(answer))));
