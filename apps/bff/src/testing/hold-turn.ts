import type { TakeTurn } from '../turns.ts';

/** Somebody who has a turn, or waits for one, until the returned function is called. */
export const holdTurn = (take: TakeTurn): (() => Promise<void>) => {
  let stop = (): void => {};
  const over = take(
    () =>
      new Promise<void>((resolve) => {
        stop = resolve;
      }),
  );
  return () => {
    stop();
    return over;
  };
};
