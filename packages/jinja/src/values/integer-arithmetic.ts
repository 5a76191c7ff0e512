import { makeFloat, makeInteger } from './numbers.ts';
import type { Run, Value } from './value.ts';

/** Integer division that rounds down, as Python's // does. */
export function divideFloor(left: bigint, right: bigint): bigint {
  const quotient = left / right;
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient;
}

/** Python's % of floats: the sign of the divisor. */
export function modulo(left: number, right: number): number {
  const remainder = left % right;
  if (remainder === 0) return right < 0 ? -0 : 0;
  return remainder < 0 !== right < 0 ? remainder + right : remainder;
}

/** Python's ** of integers: exact, or a float for a negative exponent; the width is checked before it is built. */
export function power(run: Run, base: bigint, exponent: bigint): Value {
  if (exponent < 0n) return makeFloat(Number(base) ** Number(exponent));
  const bits = (base < 0n ? -base : base).toString(2).length;
  if (base * base > 1n && exponent * BigInt(bits - 1) > BigInt(run.limits.integerBits)) {
    throw run.fail('number_too_big', `this power has more than ${run.limits.integerBits} bits`);
  }
  return makeInteger(run, base ** exponent);
}
