import { useSyncExternalStore } from 'react';

const stepMs = 10_000;

const listen = (onTick: () => void): (() => void) => {
  const timer = setInterval(onTick, stepMs);
  return () => clearInterval(timer);
};

// Rounded down to the step, so that two reads in one render agree.
const readClock = (): number => Math.floor(Date.now() / stepMs) * stepMs;

/** The time in ms, renewed every ten seconds. */
export const useNow = (): number => useSyncExternalStore(listen, readClock);
