import { setTimeout as wait } from 'node:timers/promises';

const longestMs = 40 * 60_000;

/** Waits for what comes of itself; throws where it does not come. */
export const until = async (what: string, isSo: () => Promise<boolean>, everyMs = 50): Promise<void> => {
  const end = performance.now() + longestMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what} did not happen in time`);
    await wait(everyMs);
  }
};
