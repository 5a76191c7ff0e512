import { setImmediate } from 'node:timers/promises';

const longestMs = 20;

interface Pauses {
  /** Whether others have waited long by now. */
  readonly isDue: () => boolean;
  /** Is called between the steps of long work: lets requests and other jobs in where that is due. */
  readonly pause: () => Promise<void>;
}

export const createPauses = (): Pauses => {
  let since = performance.now();
  const isDue = (): boolean => performance.now() - since >= longestMs;
  return {
    isDue,
    pause: async () => {
      if (!isDue()) return;
      await setImmediate();
      since = performance.now();
    },
  };
};
