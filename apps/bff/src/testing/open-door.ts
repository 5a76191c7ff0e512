import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A door to a database that can be shut. */
export interface Door {
  /** The database's address through the door. */
  readonly url: string;
  /** Breaks every connection and lets nobody in. */
  shut(): void;
  reopen(): void;
  close(): void;
}

/** Opens a door on a free port to the database at `url`. */
export const openDoor = async (url: string): Promise<Door> => {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server = createServer((socket) => {
    if (!isOpen) return socket.destroy();
    const other = connect(Number(target.port), target.hostname);
    for (const end of [socket, other]) {
      sockets.add(end);
      end.on('error', () => undefined).on('close', () => sockets.delete(end));
    }
    return socket.pipe(other).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const door = new URL(url);
  // A listening TCP server always has an address with a port.
  door.port = String((server.address() as AddressInfo).port);
  const shut = (): void => {
    isOpen = false;
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: door.href,
    shut,
    reopen: () => {
      isOpen = true;
    },
    close: () => {
      shut();
      server.close();
    },
  };
};
