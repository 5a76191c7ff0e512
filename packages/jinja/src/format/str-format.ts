import { isDigits } from '../text/every-character.ts';
import { readItem } from '../values/read-item.ts';
import { toRepr } from '../values/to-repr.ts';
import { toText } from '../values/to-text.ts';
import { textOf } from '../values/text-of.ts';
import { escapeText } from './escape-text.ts';
import { asciiText } from './ascii-text.ts';
import { formatValue } from './format-value.ts';
import { hashText } from '../values/hash-key.ts';
import { Markup } from '../values/markup.ts';
import { Dict } from '../values/value.ts';
import type { CallArguments, Run, Value } from '../values/value.ts';

interface FormatArguments extends CallArguments {
  readonly mapping?: Value;
}

interface Field {
  readonly name: string;
  readonly conversion: string;
  readonly spec: string;
}

/** Fills the places of Python's str.format; attributes of values cannot be reached from it, only their keys. */
class Formatter {
  private readonly run: Run;
  private readonly args: FormatArguments;
  private readonly isMarkup: boolean;
  private next = 0;
  private numbering: 'automatic' | 'manual' | undefined;

  constructor(run: Run, args: FormatArguments, isMarkup: boolean) {
    this.run = run;
    this.args = args;
    this.isMarkup = isMarkup;
  }

  fill(format: string, level: number): string {
    if (level > 2)
      throw this.run.fail(
        'value',
        'a place in this format holds a place that holds a place: only one may be inside another',
      );
    let text = '';
    let at = 0;
    while (at < format.length) {
      const character = format[at] ?? '';
      if (character !== '{' && character !== '}') {
        const end = nextBrace(format, at);
        text += format.slice(at, end);
        at = end;
      } else if (format[at + 1] === character) {
        text += character;
        at += 2;
      } else if (character === '}') {
        throw this.run.fail('value', "this format has a '}' without '{': write '}}' for a brace");
      } else {
        const end = this.fieldEnd(format, at);
        const piece = this.fillField(parseField(format.slice(at + 1, end)), level);
        text += piece;
        at = end + 1;
      }
      this.run.charge(1);
    }
    return text;
  }

  /** The offset of the brace that closes a field, which may hold fields of its own in its format. */
  private fieldEnd(format: string, start: number): number {
    let depth = 0;
    for (let at = start; at < format.length; at += 1) {
      if (format[at] === '{') depth += 1;
      else if (format[at] === '}') depth -= 1;
      if (depth === 0) return at;
    }
    throw this.run.fail('value', "this format has a '{' without '}': write '{{' for a brace");
  }

  private fillField(field: Field, level: number): string {
    // The value comes before those of places inside its format: '{:{}}' takes the first value itself.
    const value = this.convert(this.lookUp(field.name), field.conversion);
    const spec = field.spec.includes('{') ? this.fill(field.spec, level + 1) : field.spec;
    const text = formatValue(this.run, value, spec);
    this.run.charge(text.length);
    return this.isMarkup && !(value instanceof Markup) ? escapeText(text) : text;
  }

  private convert(value: Value, conversion: string): Value {
    switch (conversion) {
      case '':
        return value;
      case 's':
        return toText(this.run, value);
      case 'r':
        return toRepr(this.run, value);
      case 'a':
        return asciiText(this.run, toRepr(this.run, value));
      default:
        throw this.run.fail('value', `'!${conversion}' is not understood in a format: remove it, or use !s`);
    }
  }

  private lookUp(name: string): Value {
    const dot = firstOf(name, '.[');
    let value = this.argument(name.slice(0, dot));
    for (let at = dot; at < name.length;) {
      if (name[at] === '.')
        throw this.run.fail(
          'value',
          `a format cannot reach into '${name}': put the value itself after the format`,
        );
      const close = name.indexOf(']', at);
      if (name[at] !== '[' || close === -1)
        throw this.run.fail('value', `'{${name}}' cannot be filled: write {}, {0} or {name}`);
      const key = name.slice(at + 1, close);
      value = this.item(value, key);
      at = close + 1;
    }
    return value;
  }

  private item(value: Value, key: string): Value {
    const isNumber = isDigits(key);
    const found = readItem(this.run, value, isNumber ? Number(key) : key);
    if (found === undefined)
      throw this.run.fail('value', `there is no value at [${key}]: check what the format is given`);
    return found;
  }

  private argument(name: string): Value {
    const isNumber = name === '' || isDigits(name);
    if (!isNumber) return this.named(name);
    const numbering = name === '' ? 'automatic' : 'manual';
    if (this.numbering !== undefined && this.numbering !== numbering)
      throw this.run.fail(
        'value',
        'this format has places with and without numbers: number all of them, or none',
      );
    this.numbering = numbering;
    const index = name === '' ? this.next : Number(name);
    this.next += 1;
    const value = this.args.positional[index];
    if (value === undefined)
      throw this.run.fail(
        'value',
        'this format has more places ({}) than there are values: give one value for each',
      );
    return value;
  }

  private named(name: string): Value {
    const { mapping } = this.args;
    const value =
      mapping instanceof Dict ? mapping.get(hashText(this.run, name)) : this.args.named?.get(name);
    if (value === undefined)
      throw this.run.fail(
        'value',
        `this format names '${name}', which was not given: add ${name}=... to the values`,
      );
    return value;
  }
}

function nextBrace(format: string, from: number): number {
  let at = from;
  while (at < format.length && format[at] !== '{' && format[at] !== '}') at += 1;
  return at;
}

/** The offset of the first of some characters, or the length. */
function firstOf(text: string, wanted: string): number {
  for (let at = 0; at < text.length; at += 1) if (wanted.includes(text[at] ?? '')) return at;
  return text.length;
}

function parseField(body: string): Field {
  // A bracketed key may hold any character, colons included.
  let bracket = 0;
  let at = 0;
  for (; at < body.length; at += 1) {
    if (body[at] === '[') bracket += 1;
    else if (body[at] === ']') bracket -= 1;
    else if (bracket <= 0 && (body[at] === ':' || body[at] === '!')) break;
  }
  const name = body.slice(0, at);
  if (body[at] !== '!') return { name, conversion: '', spec: body.slice(at + 1) };
  const colon = body.indexOf(':', at);
  return colon === -1
    ? { name, conversion: body.slice(at + 1), spec: '' }
    : { name, conversion: body.slice(at + 1, colon), spec: body.slice(colon + 1) };
}

/** Python's `format.format(...)`; Markup escapes what it takes in. */
export function formatText(run: Run, format: Value, args: FormatArguments): Value {
  const text = textOf(format) ?? '';
  run.charge(text.length);
  const isMarkup = format instanceof Markup;
  const filled = new Formatter(run, args, isMarkup).fill(text, 1);
  return isMarkup ? new Markup(filled) : filled;
}
