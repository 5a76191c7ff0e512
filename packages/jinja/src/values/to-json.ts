import { dateText } from '../dates/date-text.ts';
import { floatText } from '../format/float-text.ts';
import { describeType } from './describe-type.ts';
import { viewItems } from './iterate.ts';
import { sortValues } from './sort-values.ts';
import { numberOf } from './numbers.ts';
import { textOf } from './text-of.ts';
import { toRepr } from './to-repr.ts';
import { undefinedFailure } from './undefined-failure.ts';
import { DateValue } from './date-value.ts';
import { Dict, Undefined } from './value.ts';
import type { Run, Value } from './value.ts';

/** A JSON string with everything beyond ASCII escaped, as Python's json.dumps() writes it. */
function quoteJson(run: Run, text: string): string {
  run.charge(text.length);
  const json = JSON.stringify(text);
  let quoted = '';
  let last = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code < 127) continue;
    quoted += `${json.slice(last, at)}\\u${code.toString(16).padStart(4, '0')}`;
    last = at + 1;
  }
  return quoted + json.slice(last);
}

function numberJson(number: number): string {
  if (Number.isNaN(number)) return 'NaN';
  return Number.isFinite(number) ? floatText(number) : number < 0 ? '-Infinity' : 'Infinity';
}

class JsonWriter {
  private readonly run: Run;
  private readonly indent: string | undefined;

  constructor(run: Run, indent: string | undefined) {
    this.run = run;
    this.indent = indent;
  }

  write(value: Value, level: number): string {
    this.run.step();
    if (value === null) return 'null';
    if (typeof value === 'boolean') return String(value);
    const text = value instanceof DateValue ? dateText(value, 'T') : textOf(value);
    if (text !== undefined) return quoteJson(this.run, text);
    if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value)))
      return toRepr(this.run, value);
    const number = numberOf(value);
    if (number !== undefined) return numberJson(number);
    if (Array.isArray(value))
      return this.nest('[]', level, () => value.map((item) => this.write(item, level + 1)));
    if (value instanceof Dict) return this.nest('{}', level, () => this.pairs(value, level));
    if (value instanceof Undefined) throw undefinedFailure(this.run, value);
    throw this.run.fail('type', `${describeType(value)} cannot be written as JSON: add |list or |string`);
  }

  private pairs(dict: Dict, level: number): string[] {
    // They are sorted, too.
    this.run.charge(dict.size * 64);
    const key = (pair: Value): Value => (Array.isArray(pair) ? (pair[0] ?? null) : null);
    const pairs = sortValues(this.run, viewItems(this.run, dict, 'items'), { key, reverse: false });
    return pairs.map((pair) => {
      const value = Array.isArray(pair) ? (pair[1] ?? null) : null;
      return `${quoteJson(this.run, this.key(key(pair)))}: ${this.write(value, level + 1)}`;
    });
  }

  private key(key: Value): string {
    const text = textOf(key);
    if (text !== undefined) return text;
    if (key === null || typeof key === 'boolean' || numberOf(key) !== undefined) return this.write(key, 0);
    throw this.run.fail('type', `${describeType(key)} cannot be a name in JSON: use a text or a number`);
  }

  private nest(brackets: '[]' | '{}', level: number, parts: () => string[]): string {
    this.run.enter();
    const items = parts();
    this.run.leave();
    if (items.length === 0) return brackets;
    const [open, close] = [brackets.charAt(0), brackets.charAt(1)];
    if (this.indent === undefined) return this.counted(open + items.join(', ') + close);
    this.run.charge((items.length + 1) * this.indent.length * (level + 1));
    const line = `\n${this.indent.repeat(level + 1)}`;
    return this.counted(`${open}${line}${items.join(`,${line}`)}\n${this.indent.repeat(level)}${close}`);
  }

  private counted(text: string): string {
    this.run.charge(text.length);
    return text;
  }
}

/** Python's json.dumps(value, indent=..., sort_keys=True), which is what Jinja2's tojson uses. */
export function toJson(run: Run, value: Value, indent: string | undefined): string {
  return new JsonWriter(run, indent).write(value, 0);
}
