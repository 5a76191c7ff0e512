import { builtin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { escapeText } from '../format/escape-text.ts';
import { everyCharacter } from '../text/every-character.ts';
import { stripTags } from '../text/strip-tags.ts';
import { isSpace } from '../syntax/characters.ts';
import { describeType } from '../values/describe-type.ts';
import { integerOf } from '../values/numbers.ts';
import { toJson } from '../values/to-json.ts';
import { textOf } from '../values/text-of.ts';
import { toText } from '../values/to-text.ts';
import { Markup } from '../values/markup.ts';
import { Dict, Undefined } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

function escape(name: string): readonly [string, Builtin] {
  return builtin(name, ['s'], (run, args) =>
    args.value(0) instanceof Markup ? args.value(0) : escaped(run, args.text(0)),
  );
}

function escaped(run: Run, text: string): Markup {
  run.charge(text.length);
  const result = escapeText(text);
  run.charge(result.length);
  return new Markup(result);
}

function xmlAttributes(run: Run, args: Bound): Value {
  const dict = args.value(0);
  if (!(dict instanceof Dict))
    throw run.fail(
      'type',
      `'xmlattr' needs named values like {'class': 'a'}, but was given ${describeType(dict)}`,
    );
  const parts: string[] = [];
  for (const [key, value] of dict.list()) {
    run.step();
    if (value === null || value instanceof Undefined) continue;
    const name = textOf(key);
    if (name === undefined)
      throw run.fail('type', 'the names of attributes must be texts: put them between quotes');
    if (!everyCharacter(name, (character) => !'/>='.includes(character) && !isSpace(character.charCodeAt(0))))
      throw run.fail(
        'value',
        `'${name}' cannot be the name of an attribute: leave out spaces and the characters / > =`,
      );
    parts.push(
      `${escapeText(name)}="${value instanceof Markup ? value.text : escapeText(toText(run, value))}"`,
    );
  }
  const text = parts.length > 0 && args.flag(1) ? ` ${parts.join(' ')}` : parts.join(' ');
  run.charge(text.length);
  return run.autoescape ? new Markup(text) : text;
}

const jsonEscapes: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  "'": '\\u0027',
};

/** The text that indents a level: so many spaces, or the text itself. A text as value has no levels to indent. */
function indentOf(run: Run, args: Bound): string | undefined {
  const indent = args.value(1);
  if (indent === null || textOf(args.value(0)) !== undefined) return undefined;
  const width = integerOf(indent);
  if (width === undefined) return args.string(1);
  run.charge(Math.max(0, Number(width)));
  return ' '.repeat(Math.max(0, Number(width)));
}

function json(run: Run, args: Bound): Value {
  let text = toJson(run, args.value(0), indentOf(run, args));
  for (const [character, escape] of Object.entries(jsonEscapes)) text = text.replaceAll(character, escape);
  run.charge(text.length);
  return new Markup(text);
}

export const htmlFilters: readonly (readonly [string, Builtin])[] = [
  escape('e'),
  escape('escape'),
  builtin('forceescape', ['value'], (run, args) => escaped(run, args.text(0))),
  builtin('striptags', ['value'], (run, args) => {
    run.charge(args.text(0).length);
    return stripTags(args.text(0));
  }),
  builtin('xmlattr', ['d', ['autospace', true]], xmlAttributes),
  builtin('tojson', ['value', ['indent', null]], json),
];
