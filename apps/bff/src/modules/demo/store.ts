import type { Database } from '../../database/database.ts';

/** Whoever came first: the owner of the installation. */
export const readFirstUser = async ({
  prisma,
}: Database): Promise<{ userId: string; name: string } | null> => {
  const user = await prisma.user.findFirst({
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true },
  });
  return user && { userId: user.id, name: user.name };
};

export const isProject = async ({ prisma }: Database, projectId: string): Promise<boolean> =>
  (await prisma.project.count({ where: { id: projectId } })) > 0;
