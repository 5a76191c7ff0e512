import { setImmediate } from 'node:timers/promises';

const longestMs = 20;

/** Gives back what long work calls between its steps: it lets requests and other jobs in once their wait gets long. */
export const createPauses = (): (() => Promise<void>) => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestMs) return;
    await setImmediate();
    since = performance.now();
  };
};
