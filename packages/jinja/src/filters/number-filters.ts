import { builtin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { decimalCost } from '../format/exact-decimal.ts';
import { fixedText } from '../format/fixed-text.ts';
import { floatText } from '../format/float-text.ts';
import { roundNumber } from '../format/round-number.ts';
import { truncateToInteger } from '../format/truncate-to-integer.ts';
import { parseFloatText, parseIntegerText } from '../text/parse-number.ts';
import { describeType } from '../values/describe-type.ts';
import { integerOf, makeFloat, makeInteger, numberOf } from '../values/numbers.ts';
import { textOf } from '../values/text-of.ts';
import { undefinedFailure } from '../values/undefined-failure.ts';
import { Undefined } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

/** A number for a filter that needs one. */
function needNumber(run: Run, value: Value, name: string): number {
  const number = numberOf(value);
  if (number !== undefined) return number;
  if (value instanceof Undefined) throw undefinedFailure(run, value);
  throw run.fail(
    'type',
    `'${name}' needs a number, but was given ${describeType(value)}: convert it with |float`,
  );
}

function absolute(run: Run, args: Bound): Value {
  const integer = integerOf(args.value(0));
  if (integer !== undefined)
    return integer < 0 ? (typeof integer === 'bigint' ? -integer : 0 - integer) : integer;
  return makeFloat(Math.abs(needNumber(run, args.value(0), 'abs')));
}

function wholeOrDefault(run: Run, number: number | undefined, fallback: Value): Value {
  if (number === undefined || !Number.isFinite(number)) return fallback;
  return truncateToInteger(run, number);
}

function toInteger(run: Run, args: Bound): Value {
  const value = args.value(0);
  const text = textOf(value);
  if (value instanceof Undefined) throw undefinedFailure(run, value);
  if (text === undefined) {
    const integer = integerOf(value);
    const number = numberOf(value);
    if (number === Infinity || number === -Infinity) return truncateToInteger(run, number);
    return integer ?? wholeOrDefault(run, number, args.value(1));
  }
  run.charge(text.length);
  const base = integerOf(args.value(2));
  const parsed = base === undefined ? undefined : parseIntegerText(text, Number(base));
  // "42.23"|int is 42, as in Jinja2; the base only counts for whole numbers.
  return parsed === undefined
    ? wholeOrDefault(run, parseFloatText(text), args.value(1))
    : makeInteger(run, parsed);
}

function toFloat(run: Run, args: Bound): Value {
  const value = args.value(0);
  if (value instanceof Undefined) throw undefinedFailure(run, value);
  const text = textOf(value);
  if (text !== undefined) run.charge(text.length);
  const number = text === undefined ? numberOf(value) : parseFloatText(text);
  if (typeof value === 'bigint' && !Number.isFinite(number))
    throw run.fail('value', 'this whole number is too large to be a decimal number: use smaller numbers');
  return number === undefined ? args.value(1) : makeFloat(number);
}

/** Refuses what Python cannot make a whole number of. */
function finite(run: Run, number: number): number {
  if (Number.isFinite(number)) return number;
  throw run.fail('value', 'this number is too large to be rounded up or down: use smaller numbers');
}

const rounders: Readonly<Record<string, (number: number) => number>> = { ceil: Math.ceil, floor: Math.floor };

function round(run: Run, args: Bound): Value {
  const value = args.value(0);
  // Bloomreach's own documentation writes round('ceil'), which Python would refuse.
  const isMethodFirst = typeof args.value(1) === 'string' && args.value(2) === 'common';
  const precision = isMethodFirst ? 0 : args.integer(1);
  const method = isMethodFirst ? args.value(1) : args.value(2);
  if (method === 'common') {
    const number = needNumber(run, value, 'round');
    return roundNumber(run, integerOf(value) ?? number, {
      isInteger: integerOf(value) !== undefined,
      precision,
    });
  }
  const rounder =
    typeof method === 'string' && Object.hasOwn(rounders, method) ? rounders[method] : undefined;
  if (rounder === undefined)
    throw run.fail(
      'value',
      "'round' knows the ways 'common', 'ceil' (up) and 'floor' (down): use one of them",
    );
  // Scaling a whole number and back is exact.
  if (integerOf(value) !== undefined && precision >= 0)
    return makeFloat(finite(run, Number(integerOf(value))));
  const scale = finite(run, Number(`1e${precision}`));
  if (scale === 0)
    throw run.fail(
      'division_by_zero',
      `nothing is left of a number with ${precision} decimals: use a larger precision`,
    );
  const scaled = finite(run, needNumber(run, value, 'round') * scale);
  return makeFloat((rounder(scaled) + 0) / scale);
}

const decimalUnits = ['kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'];
const binaryUnits = ['KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB', 'ZiB', 'YiB'];

function fileSize(run: Run, args: Bound): Value {
  const text = textOf(args.value(0));
  const bytes = text === undefined ? needNumber(run, args.value(0), 'filesizeformat') : parseFloatText(text);
  if (bytes === undefined)
    throw run.fail(
      'value',
      `'filesizeformat' needs a number, but '${text ?? ''}' is none: check what it is given`,
    );
  const base = args.flag(1) ? 1024 : 1000;
  const units = args.flag(1) ? binaryUnits : decimalUnits;
  if (bytes === 1) return '1 Byte';
  if (bytes < base) return `${truncateToInteger(run, bytes)} Bytes`;
  const found = units.findIndex((_, index) => bytes < base ** (index + 2));
  const index = found === -1 ? units.length - 1 : found;
  const unit = units[index] ?? '';
  const size = (base * bytes) / base ** (index + 2);
  // So near to the largest number there is that multiplying it leaves the range, in Python, too.
  if (!Number.isFinite(size)) return `${floatText(size)} ${unit}`;
  run.charge(decimalCost(size, 1) + 32);
  return `${fixedText(size, 1)} ${unit}`;
}

export const numberFilters: readonly (readonly [string, Builtin])[] = [
  builtin('abs', ['value'], absolute),
  builtin('int', ['value', ['default', 0], ['base', 10]], toInteger),
  builtin('float', ['value', ['default', makeFloat(0)]], toFloat),
  builtin('round', ['value', ['precision', 0], ['method', 'common']], round),
  builtin('filesizeformat', ['value', ['binary', false]], fileSize),
];
