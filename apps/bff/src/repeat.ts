export interface Repetition {
  readonly stop: () => Promise<void>;
}

/** Calls `work` again and again, never twice at once; `stop` waits for the call in hand. */
export const repeat = (work: () => Promise<void>, everyMs: number): Repetition => {
  let current = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    current = work().finally(() => {
      isBusy = false;
    });
  }, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      return current;
    },
  };
};
