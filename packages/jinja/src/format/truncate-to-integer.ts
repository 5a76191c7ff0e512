import type { RunState } from '../values/run-state.ts';

/** Python's int() of a float. */
export function truncateToInteger(run: RunState, number: number): number | bigint {
  if (!Number.isFinite(number))
    throw run.fail(
      'value',
      Number.isNaN(number)
        ? 'this is no number (nan), so it has no whole part: check it first, or use |int, which gives 0'
        : 'this number is infinite, so it has no whole part: use smaller numbers',
    );
  const whole = Math.trunc(number) + 0;
  if (Number.isSafeInteger(whole)) return whole;
  const integer = BigInt(whole);
  run.countInteger(integer);
  return integer;
}
