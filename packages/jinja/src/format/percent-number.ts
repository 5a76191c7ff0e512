import { describeType } from '../values/describe-type.ts';
import { integerOf, numberOf } from '../values/numbers.ts';
import { decimalCost } from './exact-decimal.ts';
import { fixedText, generalText, scientificText } from './fixed-text.ts';
import { truncateToInteger } from './truncate-to-integer.ts';
import { Undefined } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

/** One place of a `%` format: `%-8.2f`. */
export interface PercentConversion {
  readonly type: string;
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
}

interface NumberParts {
  readonly negative: boolean;
  readonly prefix: string;
  readonly digits: string;
  /** Whether zeros may fill the width: not for inf and nan. */
  readonly zeroFills: boolean;
}

function padNumber(
  { negative, prefix, digits, zeroFills }: NumberParts,
  { width, flags }: PercentConversion,
): string {
  const sign = negative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const missing = Math.max(0, width - sign.length - prefix.length - digits.length);
  if (flags.includes('-')) return sign + prefix + digits + ' '.repeat(missing);
  if (flags.includes('0') && zeroFills) return sign + prefix + '0'.repeat(missing) + digits;
  return ' '.repeat(missing) + sign + prefix + digits;
}

function integerParts(run: Run, value: Value, { type, precision }: PercentConversion): NumberParts {
  const number = numberOf(value);
  if (number === undefined)
    throw run.fail(
      'type',
      `'%${type}' needs a number, but was given ${value instanceof Undefined ? `the missing value '${value.name}'` : describeType(value)}: convert it with |float`,
    );
  const integer = integerOf(value) ?? truncateToInteger(run, number);
  if (typeof integer === 'bigint') run.countInteger(integer);
  return {
    negative: integer < 0,
    prefix: '',
    digits: String(integer)
      .replace('-', '')
      .padStart(precision ?? 0, '0'),
    zeroFills: true,
  };
}

function radixParts(run: Run, value: Value, { type, flags, precision }: PercentConversion): NumberParts {
  const integer = integerOf(value);
  if (integer === undefined)
    throw run.fail(
      'type',
      `'%${type}' needs a whole number, but was given ${describeType(value)}: convert it with |int`,
    );
  const digits = integer
    .toString(type === 'o' ? 8 : 16)
    .replace('-', '')
    .padStart(precision ?? 0, '0');
  const prefix = flags.includes('#') ? `0${type}` : '';
  return {
    negative: integer < 0,
    prefix,
    digits: type === 'X' ? digits.toUpperCase() : digits,
    zeroFills: true,
  };
}

function floatParts(run: Run, value: Value, { type, flags, precision = 6 }: PercentConversion): NumberParts {
  const number = numberOf(value);
  if (number === undefined)
    throw run.fail(
      'type',
      `'%${type}' needs a number, but was given ${value instanceof Undefined ? `the missing value '${value.name}'` : describeType(value)}: convert it with |float`,
    );
  run.charge(decimalCost(number, precision));
  const negative = number < 0 || Object.is(number, -0);
  const digits = floatDigits(number, type.toLowerCase(), { precision, alternate: flags.includes('#') });
  return {
    negative,
    prefix: '',
    digits: type === type.toUpperCase() ? digits.toUpperCase() : digits,
    zeroFills: true,
  };
}

function floatDigits(
  number: number,
  type: string,
  { precision, alternate }: { readonly precision: number; readonly alternate: boolean },
): string {
  if (Number.isNaN(number)) return 'nan';
  if (!Number.isFinite(number)) return 'inf';
  if (type === 'f') return fixedText(number, precision) + (alternate && precision === 0 ? '.' : '');
  return type === 'e'
    ? scientificText(number, precision, alternate)
    : generalText(number, precision, alternate);
}

/** A number as a place of a `%` format with the type d, x, f or one of their kin shows it. */
export function percentNumber(run: Run, value: Value, conversion: PercentConversion): string {
  if ('diu'.includes(conversion.type)) return padNumber(integerParts(run, value, conversion), conversion);
  const parts = 'oxX'.includes(conversion.type)
    ? radixParts(run, value, conversion)
    : floatParts(run, value, conversion);
  return padNumber(parts, conversion);
}
