import { setTimeout as wait } from 'node:timers/promises';

// So long a database may be away for that starts again.
const pausesMs = [200, 1_000, 3_000, 10_000, 20_000] as const;

/**
 * Writes what must not be forgotten because the database is away for a moment: not every operator can be asked again. Throws what the
 * last try threw. The work must be one that does nothing when it was done before.
 */
export const untilWritten = async <T>(
  work: () => Promise<T>,
  pauses: readonly number[] = pausesMs,
): Promise<T> => {
  for (const pause of pauses) {
    try {
      return await work();
    } catch {
      await wait(pause);
    }
  }
  return work();
};
