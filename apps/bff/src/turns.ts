import { ApiFailure } from './http/api-failure.ts';

/** Does work in its turn. Whoever has gone by then (the signal is aborted) is waited for no more, and their reason is thrown. */
export type TakeTurn = <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/**
 * Lets so many pieces of work go on at once; others wait, in the order they came. Where `mostWaiting` wait already, one more is
 * refused with `busy`.
 */
export const createTurns = (atOnce: number, mostWaiting = Infinity): TakeTurn => {
  const waiting = new Set<() => void>();
  let free = atOnce;
  const take = async (signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return;
    }
    if (waiting.size >= mostWaiting)
      throw new ApiFailure(
        'busy',
        'Too many others wait for the same at this moment. Nothing was done: try again in a moment.',
      );
    await new Promise<void>((resolve, reject) => {
      const go = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.delete(go);
        // What a signal is aborted with is an error here, and `throwIfAborted` throws it as it is.
        reject(signal?.reason as Error);
      };
      waiting.add(go);
      signal?.addEventListener('abort', leave, { once: true });
    });
  };
  const giveBack = (): void => {
    const [next] = waiting;
    if (next) {
      waiting.delete(next);
      next();
    } else free += 1;
  };
  return async (work, signal) => {
    await take(signal);
    try {
      return await work();
    } finally {
      giveBack();
    }
  };
};
