import type { Database } from './database.ts';

/** What processes of one installation do one at a time; each with a number that no other lock of this server uses. */
const locks = { jobQueue: 41_970_000, demo: 41_970_001 } as const;

/** Lets one process of an installation do something at a time; the others wait. */
export const whileLocked = async <T>(
  { pool, isShared }: Database,
  lock: keyof typeof locks,
  work: () => Promise<T>,
): Promise<T> => {
  if (!isShared) return work();
  const connection = await pool.connect();
  try {
    await connection.query('SELECT pg_advisory_lock($1)', [locks[lock]]);
    return await work();
  } finally {
    // What cannot be unlocked goes with its connection.
    await connection.query('SELECT pg_advisory_unlock($1)', [locks[lock]]).then(
      () => connection.release(),
      () => connection.release(true),
    );
  }
};
