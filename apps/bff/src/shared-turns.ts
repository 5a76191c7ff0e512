import type { TakeTurn } from './turns.ts';

type Work<T> = (signal: AbortSignal) => Promise<T>;

interface Shared<T> {
  readonly result: Promise<T>;
  readonly gone: AbortController;
  sharers: number;
}

/** Does work in a turn for all who ask for the same (`key`) until it begins. Its signal is aborted when the last of them has gone. */
export type ShareTurn<T> = (key: string, work: Work<T>, signal?: AbortSignal) => Promise<T>;

/** Who asks for what is under way already waits for a turn of its own: what has changed meanwhile is to be in it. */
export const createSharedTurns = <T>(take: TakeTurn): ShareTurn<T> => {
  const waiting = new Map<string, Shared<T>>();
  const forget = (key: string, shared: Shared<T>): void => {
    if (waiting.get(key) === shared) waiting.delete(key);
  };

  const ask = (key: string, work: Work<T>): Shared<T> => {
    const gone = new AbortController();
    const result = take(() => {
      forget(key, shared);
      return work(gone.signal);
    }, gone.signal);
    const shared: Shared<T> = { result, gone, sharers: 0 };
    waiting.set(key, shared);
    return shared;
  };

  return async (key, work, signal) => {
    signal?.throwIfAborted();
    const shared = waiting.get(key) ?? ask(key, work);
    shared.sharers += 1;
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        // What a signal is aborted with is an error here, and `throwIfAborted` throws it as it is.
        reject(signal?.reason as Error);
        shared.sharers -= 1;
        if (shared.sharers > 0) return;
        forget(key, shared);
        shared.gone.abort();
      };
      signal?.addEventListener('abort', leave, { once: true });
      shared.result.finally(() => signal?.removeEventListener('abort', leave)).then(resolve, reject);
    });
  };
};
