import { formatDate } from '../dates/format-date.ts';
import { codeLength, codeSlice } from '../values/code-points.ts';
import { describeType } from '../values/describe-type.ts';
import { integerOf, isFloat, numberOf } from '../values/numbers.ts';
import { textOf } from '../values/text-of.ts';
import { toText } from '../values/to-text.ts';
import { decimalCost } from './exact-decimal.ts';
import { fixedText, generalText, scientificDigits, scientificText, trimZeros } from './fixed-text.ts';
import { floatText } from './float-text.ts';
import { parseFormatSpec } from './format-spec.ts';
import type { FormatSpec } from './format-spec.ts';
import { DateValue } from '../values/date-value.ts';
import type { Run, Value } from '../values/value.ts';

/** Python's format(value, specification). */
export function formatValue(run: Run, value: Value, spec: string): string {
  if (spec === '') return toText(run, value);
  if (value instanceof DateValue) return formatDate(run, value, spec);
  const parsed = parseFormatSpec(run, spec);
  const text = textOf(value);
  if (text !== undefined) return formatString(run, text, parsed);
  const isDecimal = isFloat(value) || (parsed.type !== '' && 'eEfFgG%'.includes(parsed.type));
  const number = numberOf(value);
  if (number === undefined)
    throw run.fail(
      'type',
      `${describeType(value)} cannot be formatted with '${spec}': convert it with |string, |int or |float`,
    );
  return isDecimal ? formatFloat(run, number, parsed) : formatInteger(run, integerOf(value) ?? 0, parsed);
}

function formatString(run: Run, text: string, spec: FormatSpec): string {
  if (spec.type !== '' && spec.type !== 's')
    throw run.fail(
      'value',
      `'${spec.type}' formats numbers, but this is a text: convert it with |int or |float`,
    );
  if (
    spec.alignsSign ||
    spec.sign !== '' ||
    spec.alternate ||
    spec.keepsNoNegativeZero ||
    spec.grouping !== ''
  )
    throw run.fail(
      'value',
      "a sign, '=', '#', 'z', ',' and '_' in a format are for numbers, but this is a text: convert it with |int or |float",
    );
  return align(
    spec.precision === undefined ? text : codeSlice(text, 0, spec.precision),
    { ...spec, align: spec.align === '=' ? '<' : spec.align },
    '<',
  );
}

function align(text: string, spec: FormatSpec, natural: '<' | '>'): string {
  const missing = spec.width - codeLength(text);
  if (missing <= 0) return text;
  const chosen = spec.align === '' ? natural : spec.align;
  if (chosen === '<') return text + spec.fill.repeat(missing);
  const before = chosen === '^' ? Math.floor(missing / 2) : missing;
  return spec.fill.repeat(before) + text + spec.fill.repeat(missing - before);
}

function group(digits: string, mark: string, size: number): string {
  let grouped = '';
  let rest = digits;
  for (; rest.length > size; rest = rest.slice(0, -size)) grouped = mark + rest.slice(-size) + grouped;
  return rest + grouped;
}

interface NumberText {
  readonly negative: boolean;
  readonly prefix: string;
  readonly whole: string;
  /** What follows the whole digits: fraction, exponent, percent sign. */
  readonly rest: string;
  readonly groupSize: number;
}

function finish(number: NumberText, spec: FormatSpec): string {
  const sign = number.negative ? '-' : spec.sign === '-' ? '' : spec.sign;
  let whole = number.whole;
  if (spec.align === '=' && spec.fill === '0') {
    // Zeros are grouped like digits: '{:08,d}' of 1234 is 0,001,234.
    const room = spec.width - sign.length - number.prefix.length - number.rest.length;
    const isGrouped = spec.grouping !== '' && number.whole !== '';
    const separators = !isGrouped ? 0 : Math.max(0, Math.floor(room / (number.groupSize + 1)));
    const digits = !isGrouped
      ? room
      : room - separators + (room % (number.groupSize + 1) === 0 && room > 0 ? 1 : 0);
    whole = whole.padStart(digits, '0');
  }
  if (spec.grouping !== '' && number.whole !== '') whole = group(whole, spec.grouping, number.groupSize);
  const text = number.prefix + whole + number.rest;
  if (spec.align === '=')
    return sign + spec.fill.repeat(Math.max(0, spec.width - sign.length - text.length)) + text;
  return align(sign + text, spec, '>');
}

const radixes: Readonly<Record<string, number>> = { d: 10, n: 10, b: 2, o: 8, x: 16, X: 16 };

function formatInteger(run: Run, integer: number | bigint, spec: FormatSpec): string {
  if (spec.keepsNoNegativeZero)
    throw run.fail('value', "'z' in a format is for decimal numbers: use the type f, for example 'z.2f'");
  if (spec.precision !== undefined)
    throw run.fail('value', "decimals need the type f: write for example '.2f'");
  if (spec.type === 'c') return formatCharacter(run, integer, spec);
  const type = spec.type === '' ? 'd' : spec.type;
  const radix = radixes[type];
  if (radix === undefined)
    throw run.fail('value', `'${spec.type}' does not format whole numbers: use d, f or n`);
  if (typeof integer === 'bigint') run.countInteger(integer);
  const digits = integer.toString(radix).replace('-', '');
  const prefix = spec.alternate && radix !== 10 ? `0${type}` : '';
  return finish(
    {
      negative: integer < 0,
      prefix,
      whole: type === 'X' ? digits.toUpperCase() : digits,
      rest: '',
      groupSize: radix === 10 ? 3 : 4,
    },
    spec,
  );
}

/** The character with a number: the type 'c'. */
function formatCharacter(run: Run, integer: number | bigint, spec: FormatSpec): string {
  if (spec.sign !== '' || spec.alternate)
    throw run.fail('value', "a sign and '#' cannot be used with the type 'c', which shows a character");
  if (integer < 0 || integer > 0x10ffff)
    throw run.fail(
      'value',
      `there is no character with the number ${integer}: the type 'c' shows characters`,
    );
  const place = spec.align === '=' ? '>' : spec.align;
  return align(String.fromCodePoint(Number(integer)), { ...spec, align: place }, '>');
}

const floatTypes: ReadonlySet<string> = new Set(['', ...'eEfFgG%n'.split('')]);

function floatDigits(run: Run, number: number, spec: FormatSpec): string {
  if (!floatTypes.has(spec.type))
    throw run.fail('value', `'${spec.type}' does not format decimal numbers: use f, e, g or %`);
  const percent = spec.type === '%' ? '%' : '';
  if (Number.isNaN(number)) return `nan${percent}`;
  if (!Number.isFinite(number)) return `inf${percent}`;
  const precision = spec.precision ?? 6;
  switch (spec.type.toLowerCase()) {
    case 'f':
      return fixedText(number, precision) + (spec.alternate && precision === 0 ? '.' : '');
    case '%':
      return Number.isFinite(number * 100)
        ? `${fixedText(number * 100, precision)}${spec.alternate && precision === 0 ? '.' : ''}%`
        : 'inf%';
    case 'e':
      return scientificText(number, precision, spec.alternate);
    case 'g':
    case 'n':
      return generalText(number, precision, spec.alternate);
    default:
      return spec.precision === undefined
        ? shortestDigits(number, spec.alternate)
        : plainDigits(number, spec.precision, spec.alternate);
  }
}

/** Without a type a float is like g, but shows that it is one: at least one decimal, else an exponent. */
function plainDigits(number: number, precision: number, keepsZeros: boolean): string {
  const significant = Math.max(precision, 1);
  const { exponent } = scientificDigits(number, significant - 1);
  // As long as the precision leaves no digit for a decimal, Python prefers the exponent.
  if (exponent >= -4 && exponent < significant - 1) {
    const text = generalText(number, precision, keepsZeros);
    return text.includes('.') ? text : `${text}.0`;
  }
  const text = scientificText(number, significant - 1, keepsZeros);
  const [mantissa = '', power = ''] = text.split('e');
  return `${keepsZeros ? mantissa : trimZeros(mantissa)}e${power}`;
}

/** The shortest digits that read back the same; '#' keeps a point before an exponent. */
function shortestDigits(number: number, keepsPoint: boolean): string {
  const text = floatText(Math.abs(number));
  return keepsPoint && !text.includes('.') ? text.replace('e', '.e') : text;
}

/** Whether a number still is something after it was rounded; an exponent does not count. */
function hasDigitAboveZero(shown: string): boolean {
  for (const character of shown.toLowerCase().split('e')[0] ?? '')
    if ('123456789'.includes(character)) return true;
  return false;
}

function formatFloat(run: Run, number: number, spec: FormatSpec): string {
  run.charge(decimalCost(number, spec.precision ?? 6));
  const digits = floatDigits(run, number, spec);
  const shown = spec.type !== '' && 'EFG'.includes(spec.type) ? digits.toUpperCase() : digits;
  let wholeEnd = 0;
  while (shown[wholeEnd] !== undefined && '0123456789'.includes(shown[wholeEnd] ?? 'x')) wholeEnd += 1;
  const losesSign = spec.keepsNoNegativeZero && Number.isFinite(number) && !hasDigitAboveZero(shown);
  const negative = !losesSign && (number < 0 || Object.is(number, -0));
  return finish(
    { negative, prefix: '', whole: shown.slice(0, wholeEnd), rest: shown.slice(wholeEnd), groupSize: 3 },
    spec,
  );
}
