import { expect, it } from 'vitest';
import { createSharedTurns } from './shared-turns.ts';
import { createTurns } from './turns.ts';

/** Work that goes on until it is told to end, or its signal is aborted; it says how often it began, and was given up. */
const createWork = () => {
  const ends: (() => void)[] = [];
  const counts = { begun: 0, givenUp: 0 };
  return {
    counts,
    endAll: () => {
      for (const end of ends.splice(0)) end();
    },
    work: (signal: AbortSignal): Promise<number> => {
      counts.begun += 1;
      const turn = counts.begun;
      return new Promise((resolve, reject) => {
        ends.push(() => resolve(turn));
        signal.addEventListener('abort', () => {
          counts.givenUp += 1;
          reject(signal.reason as Error);
        });
      });
    },
  };
};

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

it('those who wait for the same share one turn, and who comes after it began waits for another', async () => {
  const share = createSharedTurns<number>(createTurns(1));
  const { counts, endAll, work } = createWork();
  const first = share('a', work);
  await soon();
  const later = [share('a', work), share('a', work), share('b', work), share('a', work)];
  for (const turns of [1, 2, 3]) {
    expect(counts.begun).toBe(turns);
    endAll();
    await soon();
  }
  expect(await Promise.all([first, ...later])).toEqual([1, 2, 2, 3, 2]);
});

it('goes on while one of them waits, and is given up when the last has gone', async () => {
  const share = createSharedTurns<number>(createTurns(1));
  const { counts, endAll, work } = createWork();
  const [one, other] = [new AbortController(), new AbortController()];
  const results = [share('a', work, one.signal), share('a', work, other.signal)];
  const next = share('b', work);
  await soon();
  const why = new Error('gone');
  one.abort(why);
  await expect(results[0]).rejects.toBe(why);
  expect(counts).toEqual({ begun: 1, givenUp: 0 });
  other.abort(why);
  await expect(results[1]).rejects.toBe(why);
  // The turn is free again.
  await soon();
  expect(counts).toEqual({ begun: 2, givenUp: 1 });
  endAll();
  expect(await next).toBe(2);
});

it('what all have left before its turn is not begun, and nobody who comes later waits for it', async () => {
  const share = createSharedTurns<number>(createTurns(1));
  const { counts, endAll, work } = createWork();
  const first = share('a', work);
  await soon();
  const leaving = new AbortController();
  const left = share('b', work, leaving.signal);
  leaving.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  await expect(share('c', work, leaving.signal)).rejects.toThrow('gone');
  const again = share('b', work);
  endAll();
  await soon();
  endAll();
  expect(await Promise.all([first, again])).toEqual([1, 2]);
  expect(counts).toEqual({ begun: 2, givenUp: 0 });
});

it('a mistake of the work is told to all who share it', async () => {
  const share = createSharedTurns<number>(createTurns(1));
  const fail = (): Promise<number> => Promise.reject(new Error('broken on purpose'));
  const results = await Promise.allSettled([share('a', fail), share('a', fail)]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
