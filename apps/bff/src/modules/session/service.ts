import { fromNodeHeaders } from 'better-auth/node';
import type { Me } from '@curlew/contract';
import type { PrismaClient } from '../../database/generated/client.ts';
import type { AccessFacts, Caller } from '../../http/access.ts';
import type { Auth } from './auth.ts';
import { readMemberships, readMustChangePassword, readRole } from './store.ts';

/** Answers the router's two questions from the session cookie and the memberships. */
export const createAccessFacts = (auth: Auth, prisma: PrismaClient): AccessFacts => ({
  findCaller: async (request) => {
    const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) });
    if (!session) return null;
    return { userId: session.user.id, name: session.user.name, email: session.user.email };
  },
  findRole: (userId, projectId) => readRole(prisma, userId, projectId),
});

export const describeMe = async (prisma: PrismaClient, caller: Caller): Promise<Me> => {
  const memberships = await readMemberships(prisma, caller.userId);
  return {
    user: { id: caller.userId, name: caller.name, email: caller.email },
    projects: memberships.map((row) => ({ id: row.projectId, name: row.projectName, role: row.role })),
    mustChangePassword: await readMustChangePassword(prisma, caller.userId),
  };
};
