import type { Role } from '@curlew/contract';
import type { PrismaClient } from '../../database/generated/client.ts';

export interface MembershipRow {
  readonly projectId: string;
  readonly projectName: string;
  readonly role: Role;
}

/** The projects of a user, by name. */
export const readMemberships = async (prisma: PrismaClient, userId: string): Promise<MembershipRow[]> => {
  const rows = await prisma.membership.findMany({
    where: { userId },
    include: { project: true },
    orderBy: { project: { name: 'asc' } },
  });
  return rows.map((row) => ({ projectId: row.projectId, projectName: row.project.name, role: row.role }));
};

/** What a user is in a project; null: not a member. */
export const readRole = async (
  prisma: PrismaClient,
  userId: string,
  projectId: string,
): Promise<Role | null> => {
  const row = await prisma.membership.findUnique({ where: { projectId_userId: { projectId, userId } } });
  return row?.role ?? null;
};

export const readMustChangePassword = async (prisma: PrismaClient, userId: string): Promise<boolean> => {
  const row = await prisma.user.findUnique({ where: { id: userId }, select: { mustChangePassword: true } });
  return row?.mustChangePassword ?? false;
};

export const countUsers = (prisma: PrismaClient): Promise<number> => prisma.user.count();

/** The user of this e-mail, when they still have to choose a password of their own. */
export const readUnclaimedOwner = (prisma: PrismaClient, email: string): Promise<{ id: string } | null> =>
  prisma.user.findFirst({ where: { email, mustChangePassword: true }, select: { id: true } });

export interface NewOwner {
  readonly userId: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  /** Hashed. */
  readonly password: string;
}

export const insertOwner = async (prisma: PrismaClient, owner: NewOwner): Promise<void> => {
  const { userId, accountId, name, email, password } = owner;
  await prisma.$transaction([
    prisma.user.create({ data: { id: userId, name, email, emailVerified: true, mustChangePassword: true } }),
    prisma.account.create({
      data: { id: accountId, accountId: userId, providerId: 'credential', userId, password },
    }),
  ]);
};

/** Takes the place of the password and ends every session that the old one opened. */
export const replacePassword = async (
  prisma: PrismaClient,
  userId: string,
  password: string,
): Promise<void> => {
  await prisma.$transaction([
    prisma.account.updateMany({ where: { userId, providerId: 'credential' }, data: { password } }),
    prisma.session.deleteMany({ where: { userId } }),
  ]);
};
