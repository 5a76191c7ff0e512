import { characterAt, isDigit } from '../syntax/characters.ts';
import { codeLength, codeSlice } from '../values/code-points.ts';
import { integerOf } from '../values/numbers.ts';
import { textOf } from '../values/text-of.ts';
import { hashText } from '../values/hash-key.ts';
import { toRepr } from '../values/to-repr.ts';
import { toText } from '../values/to-text.ts';
import { asciiText } from './ascii-text.ts';
import { escapeText } from './escape-text.ts';
import { percentNumber } from './percent-number.ts';
import type { PercentConversion } from './percent-number.ts';
import { Markup } from '../values/markup.ts';
import { RangeValue } from '../values/range-value.ts';
import { Dict, Tuple, Undefined } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

/** Hands out the values on the right of `%`. */
class PercentArguments {
  private readonly run: Run;
  private readonly source: Value;
  private readonly list: readonly Value[];
  private next = 0;
  private usedNames = false;

  constructor(run: Run, source: Value) {
    this.run = run;
    this.source = source;
    this.list = source instanceof Tuple ? source : [source];
  }

  take(): Value {
    if (this.next >= this.list.length)
      throw this.run.fail(
        'type',
        "this format has more places ('%s' and the like) than there are values: give one value for each",
      );
    this.next += 1;
    return this.list[this.next - 1] ?? null;
  }

  takeNamed(name: string): Value {
    this.usedNames = true;
    if (!(this.source instanceof Dict))
      throw this.run.fail(
        'type',
        `this format names '%(${name})', so it needs named values like {'${name}': 1} after it`,
      );
    const value = this.source.get(hashText(this.run, name));
    if (value === undefined)
      throw this.run.fail('value', `this format names '${name}', which was not given: add it to the values`);
    return value;
  }

  finish(): void {
    const isDone = this.next >= this.list.length || this.usedNames || mayHaveNames(this.source);
    if (!isDone)
      throw this.run.fail(
        'type',
        "there are more values than places ('%s' and the like) in this format: remove some",
      );
  }
}

/** Whether Python takes a value for a mapping, from which a format need not use everything: whatever has keys or places. */
function mayHaveNames(value: Value): boolean {
  return (
    (Array.isArray(value) && !(value instanceof Tuple)) ||
    value instanceof Dict ||
    value instanceof RangeValue ||
    value instanceof Undefined
  );
}

/** Python's `text % values`. */
export function percentFormat(run: Run, left: Value, right: Value): Value {
  const format = textOf(left) ?? '';
  const isMarkup = left instanceof Markup;
  const args = new PercentArguments(run, right);
  let text = '';
  let last = 0;
  for (let at = format.indexOf('%'); at !== -1; at = format.indexOf('%', last)) {
    text += format.slice(last, at);
    if (format[at + 1] === '%') {
      text += '%';
      last = at + 2;
      continue;
    }
    const { conversion, end, value } = readConversion(run, format, { at, args });
    const piece = convert(run, conversion, value());
    text += isMarkup ? escapeText(piece) : piece;
    run.charge(piece.length + 1);
    last = end;
  }
  args.finish();
  text += format.slice(last);
  run.charge(text.length);
  return isMarkup ? new Markup(text) : text;
}

interface Reading {
  readonly at: number;
  readonly args: PercentArguments;
}

/** The bracket that closes the one at `open`, those between in pairs; -1 where there is none. */
function closingBracket(format: string, open: number): number {
  let level = 0;
  for (let at = open; at < format.length; at += 1) {
    if (format[at] === '(') level += 1;
    if (format[at] === ')') level -= 1;
    if (level === 0) return at;
  }
  return -1;
}

function readConversion(
  run: Run,
  format: string,
  { at, args }: Reading,
): { readonly conversion: PercentConversion; readonly end: number; readonly value: () => Value } {
  let index = at + 1;
  let name: string | undefined;
  if (format[index] === '(') {
    const close = closingBracket(format, index);
    if (close === -1)
      throw run.fail('value', "this format has '%(' without ')': close it, or write '%%' for a percent sign");
    name = format.slice(index + 1, close);
    index = close + 1;
  }
  let flags = '';
  while ('-+ #0'.includes(format[index] ?? 'x')) flags += format[index++] ?? '';
  const width = readSize(run, format, { at: index, args });
  index = width.end;
  let precision: number | undefined;
  if (format[index] === '.') {
    const size = readSize(run, format, { at: index + 1, args });
    precision = Math.max(0, size.value);
    index = size.end;
  }
  while ('hlL'.includes(format[index] ?? 'x')) index += 1;
  const type = characterAt(format, index);
  if (type === '')
    throw run.fail('value', "this format ends in the middle of a '%' place: write '%%' for a percent sign");
  if (width.value < 0) flags += '-';
  const conversion = { type, flags, width: Math.abs(width.value), precision };
  run.charge(conversion.width + (precision ?? 0));
  return {
    conversion,
    end: index + type.length,
    value: () => (name === undefined ? args.take() : args.takeNamed(name)),
  };
}

function readSize(
  run: Run,
  format: string,
  { at, args }: Reading,
): { readonly value: number; readonly end: number } {
  if (format[at] === '*') {
    const size = integerOf(args.take());
    if (size === undefined)
      throw run.fail(
        'type',
        "'*' in a format takes its width from the values, and needs a whole number there",
      );
    return { value: Number(size), end: at + 1 };
  }
  let end = at;
  while (isDigit(format.charCodeAt(end))) end += 1;
  return { value: end === at ? 0 : Number(format.slice(at, end)), end };
}

function convert(run: Run, conversion: PercentConversion, value: Value): string {
  switch (conversion.type) {
    case 's':
      return padText(limit(toText(run, value), conversion.precision), conversion);
    case 'r':
      return padText(limit(toRepr(run, value), conversion.precision), conversion);
    case 'a':
      return padText(limit(asciiText(run, toRepr(run, value)), conversion.precision), conversion);
    case 'c':
      return padText(toCharacter(run, value), conversion);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return percentNumber(run, value, conversion);
    default:
      throw run.fail('value', `'%${conversion.type}' is not a known format: write '%%' for a percent sign`);
  }
}

function limit(text: string, precision: number | undefined): string {
  return precision === undefined ? text : codeSlice(text, 0, precision);
}

function padText(text: string, { width, flags }: PercentConversion): string {
  const missing = ' '.repeat(Math.max(0, width - codeLength(text)));
  return flags.includes('-') ? text + missing : missing + text;
}

function toCharacter(run: Run, value: Value): string {
  const text = textOf(value);
  if (text !== undefined && codeLength(text) === 1) return text;
  const code = Number(integerOf(value) ?? -1);
  if (code < 0 || code > 0x10ffff)
    throw run.fail('type', "'%c' shows one character: give it one, or use '%s' for a text");
  return String.fromCodePoint(code);
}
