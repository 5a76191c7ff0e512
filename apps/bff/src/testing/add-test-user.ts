import type { Role } from '@curlew/contract';
import { hashPassword } from 'better-auth/crypto';
import type { AppContext } from '../app-context.ts';
import { newId } from '../new-id.ts';

/** The password of every test user. */
export const testPassword = 'a password for tests';

/** Makes a user with these roles by project, who may sign in; returns the e-mail. */
export const addTestUser = async (
  { database }: Pick<AppContext, 'database'>,
  roles: Readonly<Record<string, Role>>,
): Promise<string> => {
  const { prisma } = database;
  const userId = newId();
  const email = `${userId}@example.com`;
  const password = await hashPassword(testPassword);
  await prisma.user.create({ data: { id: userId, name: 'Someone', email, emailVerified: true } });
  await prisma.account.create({
    data: { id: newId(), accountId: userId, providerId: 'credential', userId, password },
  });
  await prisma.membership.createMany({
    data: Object.entries(roles).map(([projectId, role]) => ({ projectId, userId, role })),
  });
  return email;
};
