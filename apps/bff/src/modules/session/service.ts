import { fromNodeHeaders } from 'better-auth/node';
import type { Request } from 'express';
import type { Me } from '@curlew/contract';
import type { PrismaClient } from '../../database/generated/client.ts';
import type { AccessFacts, Caller } from '../../http/access.ts';
import type { Auth } from './auth.ts';
import { readMemberships, readMustChangePassword, readRole } from './store.ts';

/** Answers the router's two questions from the session cookie and the memberships. */
export const createAccessFacts = (auth: Auth, prisma: PrismaClient): AccessFacts => {
  // Asked before the body of a request is read and again by its endpoint: the session is looked up once.
  const callers = new WeakMap<Request, Promise<Caller | null>>();
  const findCaller = async (request: Request): Promise<Caller | null> => {
    const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) });
    if (!session) return null;
    return { userId: session.user.id, name: session.user.name, email: session.user.email };
  };
  return {
    findCaller: (request) => {
      const known = callers.get(request) ?? findCaller(request);
      callers.set(request, known);
      return known;
    },
    findRole: (userId, projectId) => readRole(prisma, userId, projectId),
  };
};

export const describeMe = async (prisma: PrismaClient, caller: Caller): Promise<Me> => {
  const memberships = await readMemberships(prisma, caller.userId);
  return {
    user: { id: caller.userId, name: caller.name, email: caller.email },
    projects: memberships.map((row) => ({ id: row.projectId, name: row.projectName, role: row.role })),
    mustChangePassword: await readMustChangePassword(prisma, caller.userId),
  };
};
