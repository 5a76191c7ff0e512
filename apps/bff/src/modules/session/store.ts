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
