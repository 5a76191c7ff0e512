import type { Database } from '../../database/database.ts';

// Any number that no other lock of this server uses.
const loadLock = 41_970_001;

/** Lets one process of an installation load the demo at a time; the others wait. */
export const whileLocked = async <T>({ pool, isShared }: Database, work: () => Promise<T>): Promise<T> => {
  if (!isShared) return work();
  const connection = await pool.connect();
  try {
    await connection.query('SELECT pg_advisory_lock($1)', [loadLock]);
    return await work();
  } finally {
    await connection.query('SELECT pg_advisory_unlock($1)', [loadLock]);
    connection.release();
  }
};

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
