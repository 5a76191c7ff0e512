import { expect, it } from 'vitest';
import { checkClock } from './check-clock.ts';
import type { Database } from './database.ts';

it.each([
  [0, false],
  [4_000, false],
  [3_600_000, true],
  [-3_600_000, true],
])('a clock that is %i ms ahead of the database', async (aheadMs, warns) => {
  const said: number[] = [];
  const warn = (details: { aheadMs: number }): number => said.push(details.aheadMs);
  const query = async () => ({ rows: [{ ms: Date.now() - aheadMs }] });
  // Nothing else of a pool is asked for.
  await checkClock({ pool: { query } } as unknown as Database, { warn });
  expect(said.map((ms) => Math.round(ms / 1_000))).toEqual(warns ? [aheadMs / 1_000] : []);
});
