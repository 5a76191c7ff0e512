import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Role } from '@curlew/contract';
import type { AppContext } from '../app-context.ts';
import { createApp } from '../http/app.ts';
import { createAuth } from '../modules/session/auth.ts';
import { createRunWatcher } from '../modules/runs/live.ts';
import { addTestUser } from './add-test-user.ts';
import { signIn } from './sign-in.ts';

type Send = (path: string, init?: RequestInit) => Promise<Response>;

export interface TestServer {
  readonly origin: string;
  /** Sends a request without a session. */
  readonly send: Send;
  /** Makes a user with these roles, signs in, and gives back what sends requests as that user. */
  signIn(roles: Readonly<Record<string, Role>>): Promise<{ readonly email: string; readonly send: Send }>;
  stop(): Promise<void>;
}

/** The whole HTTP side of the server, on a free port. */
export const startTestServer = async (given: AppContext): Promise<TestServer> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server always has an address with a port.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const context = { ...given, publicUrl: origin };
  const { prisma } = context.database;
  const auth = createAuth({ prisma, publicUrl: origin, secret: context.installationSecret });
  const watcher = createRunWatcher(context);
  server.on('request', createApp({ context, auth, watcher }));
  const send: Send = (path, init) => fetch(`${origin}${path}`, { redirect: 'manual', ...init });
  return {
    origin,
    send,
    signIn: async (roles) => {
      const email = await addTestUser(context, roles);
      const cookie = await signIn(origin, email);
      return {
        email,
        send: (path, init = {}) => {
          const headers = new Headers(init.headers);
          headers.set('cookie', cookie);
          return send(path, { ...init, headers });
        },
      };
    },
    stop: async () => {
      watcher.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
