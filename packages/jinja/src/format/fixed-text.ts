import { exactDecimal, leadingExponent, roundToPlaces } from './exact-decimal.ts';

/** Whether toFixed rounds a magnitude as Python does: it is exact, but rounds ties up instead of to even. */
function isFixedExact(magnitude: number, places: number): boolean {
  if (places < 0 || places > 15 || magnitude >= 1e15) return false;
  // Halfway between two decimals lies only what has exactly one binary digit more than `places`.
  const scaled = magnitude * 2 ** places;
  return Number.isInteger(scaled) || !Number.isInteger(scaled * 2);
}

/** No float has more decimals than this, nor more digits than a few less: what follows is zeros. */
const mostPlaces = 1_080;

/** A finite float without its sign, with so many decimals, half to even on its exact value (Python's %.nf). */
export function fixedText(number: number, places: number): string {
  const magnitude = Math.abs(number);
  if (isFixedExact(magnitude, places)) return magnitude.toFixed(places);
  const worked = Math.min(places, mostPlaces);
  const digits = String(roundToPlaces(exactDecimal(magnitude), worked)).padStart(worked + 1, '0');
  return worked === 0
    ? digits
    : `${digits.slice(0, -worked)}.${digits.slice(-worked)}${'0'.repeat(places - worked)}`;
}

const exactScales: readonly number[] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
const largestScaled = 2 ** 40;

/** A finite float rounded to decimals, or (negative places) to tens: half to even on its exact value, without its sign. */
export function roundMagnitude(number: number, places: number): number {
  const magnitude = Math.abs(number);
  const scale = exactScales[places];
  if (scale !== undefined && magnitude * scale < largestScaled) {
    const scaled = magnitude * scale;
    const down = Math.floor(scaled);
    const fraction = scaled - down;
    // Scaling is off by less than this margin; both parts of the quotient are exact, so that it is the nearest float.
    if (Math.abs(fraction - 0.5) > 0.001) return (fraction > 0.5 ? down + 1 : down) / scale;
  }
  if (isFixedExact(magnitude, places)) return Number(magnitude.toFixed(places));
  // Reading the decimal back rounds correctly, which scaling by a power of ten would not.
  return Number(`${roundToPlaces(exactDecimal(magnitude), places)}e${-places}`);
}

/** A finite float without its sign as digits and decimal exponent, so many digits after the first (Python's %.ne). */
export function scientificDigits(
  number: number,
  places: number,
): { readonly digits: string; readonly exponent: number } {
  const decimal = exactDecimal(number);
  if (decimal.digits === 0n) return { digits: '0'.repeat(places + 1), exponent: 0 };
  const exponent = leadingExponent(decimal);
  const worked = Math.min(places, mostPlaces);
  const digits = String(roundToPlaces(decimal, worked - exponent));
  const zeros = '0'.repeat(places - worked);
  // Rounding up may add a digit: 9.99 -> 10.0.
  return digits.length > worked + 1
    ? { digits: digits.slice(0, worked + 1) + zeros, exponent: exponent + 1 }
    : { digits: digits + zeros, exponent };
}

function exponentText(exponent: number): string {
  return `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** Python's %.ne without the sign. */
export function scientificText(number: number, places: number, keepPoint = false): string {
  const { digits, exponent } = scientificDigits(number, places);
  const point = places > 0 || keepPoint ? '.' : '';
  return `${digits.slice(0, 1)}${point}${digits.slice(1)}${exponentText(exponent)}`;
}

/** Digits without the zeros at the end of their fraction, nor a point with nothing behind it. */
export function trimZeros(text: string): string {
  if (!text.includes('.')) return text;
  let end = text.length;
  while (text[end - 1] === '0') end -= 1;
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end);
}

function keepPoint(text: string): string {
  return text.includes('.') ? text : `${text}.`;
}

/** Python's %.ng without the sign: the shorter of fixed and scientific, so many significant digits. */
export function generalText(number: number, precision: number, keepZeros = false): string {
  const significant = Math.max(precision, 1);
  const { digits, exponent } = scientificDigits(number, significant - 1);
  const finish = keepZeros ? keepPoint : trimZeros;
  if (exponent >= -4 && exponent < significant) return finish(fixedText(number, significant - 1 - exponent));
  const mantissa = significant > 1 ? `${digits.slice(0, 1)}.${digits.slice(1)}` : digits;
  return finish(mantissa) + exponentText(exponent);
}
