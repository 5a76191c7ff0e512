import { divideFloor } from '../values/integer-arithmetic.ts';
import { makeFloat, makeInteger } from '../values/numbers.ts';
import { decimalCost } from './exact-decimal.ts';
import { roundMagnitude } from './fixed-text.ts';
import type { Run, Value } from '../values/value.ts';

interface Rounding {
  readonly isInteger: boolean;
  readonly precision: number;
}

function roundInteger(run: Run, integer: bigint, places: number): Value {
  if (places > 1_300) return 0;
  const unit = 10n ** BigInt(places);
  const down = divideFloor(integer, unit);
  const doubled = (integer - down * unit) * 2n;
  const isUp = doubled > unit || (doubled === unit && down % 2n !== 0n);
  return makeInteger(run, (isUp ? down + 1n : down) * unit);
}

/** Python's round(): half to even on the exact value; an integer stays one, a float stays one. */
export function roundNumber(run: Run, number: number | bigint, { isInteger, precision }: Rounding): Value {
  if (isInteger) return precision >= 0 ? number : roundInteger(run, BigInt(number), -precision);
  const float = Number(number);
  if (!Number.isFinite(float) || precision > 323) return makeFloat(float);
  run.charge(decimalCost(float, precision));
  const sign = float < 0 || Object.is(float, -0) ? -1 : 1;
  if (precision < -308) return makeFloat(0 * sign);
  return makeFloat(roundMagnitude(float, precision) * sign);
}
