import { makeFloat, makeInteger } from './numbers.ts';
import type { Run, Value } from './value.ts';

/** Integer division that rounds down, as Python's // does. */
export function divideFloor(left: bigint, right: bigint): bigint {
  const quotient = left / right;
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient;
}

/** How many bits a quotient needs for a float to be rounded correctly. */
const quotientBits = 66n;

/** Python's / of integers: the float nearest to the exact quotient. */
export function divideExactly(run: Run, left: bigint, right: bigint): number {
  const [above, below] = [Number(left), Number(right)];
  if (Number.isSafeInteger(above) && Number.isSafeInteger(below)) return above / below;
  const dividend = left < 0n ? -left : left;
  const divisor = right < 0n ? -right : right;
  const width = (integer: bigint): bigint => BigInt(integer.toString(16).length * 4);
  const missing = quotientBits + width(divisor) - width(dividend);
  const shift = missing > 0n ? missing : 0n;
  const scaled = dividend << shift;
  // A remainder only says that the quotient lies above a tie.
  const quotient = (scaled / divisor) | (scaled % divisor === 0n ? 0n : 1n);
  const magnitude = Number(quotient) / 2 ** Number(shift);
  if (!Number.isFinite(magnitude))
    throw run.fail('value', 'this quotient is too large: divide smaller numbers');
  return left < 0n === right < 0n ? magnitude : -magnitude;
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
    throw run.fail(
      'number_too_big',
      `this power has more than ${run.limits.integerBits} binary digits: use smaller numbers`,
    );
  }
  return makeInteger(run, base ** exponent);
}
