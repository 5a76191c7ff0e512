import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Role } from '@curlew/contract';
import type { AppContext } from '../app-context.ts';
import { createApp } from '../http/app.ts';
import { createAuth } from '../modules/session/auth.ts';
import { createRunWatcher } from '../modules/runs/live.ts';
import { newId } from '../new-id.ts';

type Send = (path: string, init?: RequestInit) => Promise<Response>;

export interface TestServer {
  readonly origin: string;
  /** Sends a request without a session. */
  readonly send: Send;
  /** Makes a user with these roles, signs in, and gives back what sends requests as that user. */
  signIn(roles: Readonly<Record<string, Role>>): Promise<{ readonly email: string; readonly send: Send }>;
  stop(): Promise<void>;
}

/** The password of every test user. */
export const testPassword = 'a password for tests';

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

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
  const { password } = await auth.$context;
  const hash = await password.hash(testPassword);

  let clients = 0;
  // Each sign-in comes from an address of its own, or the limit on guesses would meet the tests.
  const nextClient = (): string => {
    clients += 1;
    return `198.18.0.${clients}`;
  };

  const addUser = async (roles: Readonly<Record<string, Role>>): Promise<string> => {
    const userId = newId();
    const email = `${userId}@example.com`;
    await prisma.user.create({ data: { id: userId, name: 'Someone', email, emailVerified: true } });
    await prisma.account.create({
      data: { id: newId(), accountId: userId, providerId: 'credential', userId, password: hash },
    });
    await prisma.membership.createMany({
      data: Object.entries(roles).map(([projectId, role]) => ({ projectId, userId, role })),
    });
    return email;
  };

  const send: Send = (path, init) => fetch(`${origin}${path}`, { redirect: 'manual', ...init });
  return {
    origin,
    send,
    signIn: async (roles) => {
      const email = await addUser(roles);
      const response = await send('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, 'x-forwarded-for': nextClient() },
        body: JSON.stringify({ email, password: testPassword }),
      });
      if (response.status !== 200) throw new Error(`sign-in answered ${response.status}`);
      const cookie = cookieOf(response);
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
