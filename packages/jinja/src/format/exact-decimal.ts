/** The exact value of a finite float: `digits` times ten to the power of `exponent`. */
export interface ExactDecimal {
  readonly digits: bigint;
  readonly exponent: number;
}

const view = new DataView(new ArrayBuffer(8));

/** Every float is a finite decimal; this is it, without its sign. */
export function exactDecimal(number: number): ExactDecimal {
  view.setFloat64(0, Math.abs(number));
  const bits = view.getBigUint64(0);
  const biased = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  const power = (biased === 0 ? 1 : biased) - 1075;
  if (power >= 0) return { digits: mantissa << BigInt(power), exponent: 0 };
  return { digits: mantissa * 5n ** BigInt(-power), exponent: power };
}

/** An exact decimal as a whole number of units of ten to the power of -places, half to even. */
export function roundToPlaces(decimal: ExactDecimal, places: number): bigint {
  const shift = decimal.exponent + places;
  if (shift >= 0) return decimal.digits * 10n ** BigInt(shift);
  // So small that no digit is left; the power below would be large for nothing.
  if (-shift > String(decimal.digits).length + 1) return 0n;
  const unit = 10n ** BigInt(-shift);
  const quotient = decimal.digits / unit;
  const doubled = (decimal.digits % unit) * 2n;
  return doubled > unit || (doubled === unit && quotient % 2n === 1n) ? quotient + 1n : quotient;
}

/** The decimal exponent of the first digit: 0 for 1.5, -3 for 0.004. */
export function leadingExponent(decimal: ExactDecimal): number {
  return decimal.digits === 0n ? 0 : String(decimal.digits).length - 1 + decimal.exponent;
}

/** What working with the exact decimal of a float costs: much for very small or large ones, or for many places. */
export function decimalCost(number: number, places: number): number {
  const magnitude = Math.abs(number);
  const isOrdinary = magnitude === 0 || (magnitude > 1e-9 && magnitude < 1e15);
  return isOrdinary && Math.abs(places) <= 15 ? 8 : 4_000;
}
