import { setTimeout as wait } from 'node:timers/promises';
import { isOutOfReach } from '../../database/is-out-of-reach.ts';

// As long as the reconciler waits before it gives a request up: what came of it is known here, and nowhere else.
const pausesMs = [200, 1_000, 3_000, ...Array.from({ length: 90 }, () => 10_000)];

const fewTries = 5;

/**
 * Writes what must not be forgotten because the database is away: not every operator can be asked again. Throws what the
 * last try threw. The work must be one that does nothing when it was done before.
 */
export const untilWritten = async <T>(
  work: () => Promise<T>,
  pauses: readonly number[] = pausesMs,
): Promise<T> => {
  for (const [tries, pause] of pauses.entries()) {
    try {
      return await work();
    } catch (cause) {
      // What is wrong with the work itself does not mend with time.
      if (tries >= fewTries && !isOutOfReach(cause)) throw cause;
      await wait(pause);
    }
  }
  return work();
};
