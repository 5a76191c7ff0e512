import { expect } from 'vitest';

/** An expectation that may take its time: the machine that runs the tests has other work as well. */
export function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 8000, interval: 10 });
}
