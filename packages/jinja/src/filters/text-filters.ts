import { builtin, valueBuiltin, variadicBuiltin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { escapeText } from '../format/escape-text.ts';
import { percentFormat } from '../format/percent-format.ts';
import { alike } from '../methods/text-case-methods.ts';
import { capitalize } from '../text/change-case.ts';
import { countWords } from '../text/count-words.ts';
import { padText } from '../text/pad-text.ts';
import { replaceText } from '../text/replace-text.ts';
import { splitLines } from '../text/split-text.ts';
import { titleWords } from '../text/title-words.ts';
import { trimText } from '../text/trim-text.ts';
import { checkTruncation, truncateText } from '../text/truncate-text.ts';
import { wrapText } from '../text/wrap-text.ts';
import { describeType } from '../values/describe-type.ts';
import { hashText } from '../values/hash-key.ts';
import { lengthOf } from '../values/length-of.ts';
import { integerOf, numberOf } from '../values/numbers.ts';
import { textOf } from '../values/text-of.ts';
import { toText } from '../values/to-text.ts';
import { undefinedFailure } from '../values/undefined-failure.ts';
import { Markup } from '../values/markup.ts';
import { Dict, Undefined, makeTuple } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

/** A filter that turns anything into text and changes it. */
function changing(name: string, change: (text: string) => string): readonly [string, Builtin] {
  return valueBuiltin(name, ['s'], (run, value) => {
    const text = toText(run, value);
    run.charge(text.length);
    return value instanceof Markup ? new Markup(change(text)) : change(text);
  });
}

/** The text of a filter that, as in Jinja2, takes nothing but text. */
function ownText(run: Run, value: Value, name: string): string {
  const text = textOf(value);
  if (text !== undefined) return text;
  if (value instanceof Undefined) throw undefinedFailure(run, value);
  throw run.fail(
    'type',
    `'${name}' needs a text, but was given ${describeType(value)}: convert it with |string`,
  );
}

function format(
  run: Run,
  given: { readonly positional: readonly Value[]; readonly named: ReadonlyMap<string, Value> | undefined },
): Value {
  const [text = '', ...values] = given.positional;
  const pattern = textOf(text) === undefined ? toText(run, text) : text;
  if (given.named === undefined || given.named.size === 0)
    return percentFormat(run, pattern, makeTuple(values));
  if (values.length > 0)
    throw run.fail('type', "'format' takes either values or names, not both: name all of them or none");
  const dict = new Dict();
  for (const [name, value] of given.named) dict.set(hashText(run, name), name, value);
  return percentFormat(run, pattern, dict);
}

function indent(run: Run, args: Bound): Value {
  const text = ownText(run, args.value(0), 'indent');
  const width = integerOf(args.value(1));
  if (width !== undefined) run.charge(Math.max(0, Number(width)));
  const by = width === undefined ? args.string(1) : ' '.repeat(Math.max(0, Number(width)));
  const lines = splitLines(`${text}\n`);
  run.charge(text.length + lines.length * by.length);
  const indented = lines
    .map((line, index) => (index > 0 && (line !== '' || args.flag(3)) ? by + line : line))
    .join('\n');
  return alike(args.value(0), args.flag(2) ? by + indented : indented);
}

function truncate(run: Run, args: Bound): Value {
  const leeway = args.value(4) === null ? 5 : (numberOf(args.value(4)) ?? args.integer(4));
  const length = numberOf(args.value(1)) ?? args.integer(1);
  const endLength = lengthOf(run, args.value(3)) ?? args.string(3).length;
  checkTruncation(run, { length, leeway, endLength });
  const value = args.value(0);
  // A short list comes back as it is: Jinja2 only asks for the length.
  const size = lengthOf(run, value);
  if (size !== undefined && size <= length + leeway) return value;
  const text = ownText(run, value, 'truncate');
  run.charge(text.length);
  // Only a text that is cut needs them to be what they should be.
  return alike(
    value,
    truncateText(text, { length: args.integer(1), killWords: args.flag(2), end: args.string(3), leeway }),
  );
}

/** What wrapping a line costs besides its length, in characters. */
const lineCost = 200;

function wordwrap(run: Run, args: Bound): Value {
  const text = ownText(run, args.value(0), 'wordwrap');
  const join = args.value(3) === null ? '\n' : args.string(3);
  run.charge(text.length * 2);
  const options = { width: args.integer(1), breakLongWords: args.flag(2), breakOnHyphens: args.flag(4) };
  if (options.width < 1)
    throw run.fail('value', 'the width of a line must be at least 1: give a larger number');
  const lines = splitLines(text).flatMap((line) => {
    run.charge(lineCost + line.length * 24);
    const wrapped = wrapText(line, options);
    // A line of nothing stays a line.
    return wrapped.length === 0 ? [''] : wrapped;
  });
  run.charge(lines.length * join.length);
  return lines.join(join);
}

/** Jinja2's replace: where outputs are escaped, marked texts stay marked and what is put into them is escaped. */
function replace(run: Run, args: Bound): Value {
  const [value, from, to] = [args.value(0), args.value(1), args.value(2)];
  const count = args.value(3) === null ? -1 : args.integer(3);
  const change = (text: string, put: string): string =>
    replaceText(run, text, { from: args.text(1), to: put, count });
  const isMarked = value instanceof Markup || from instanceof Markup || to instanceof Markup;
  if (!run.autoescape || !isMarked) return change(args.text(0), args.text(2));
  const escape = (part: Value, text: string): string => {
    run.charge(text.length);
    return part instanceof Markup ? text : escapeText(text);
  };
  return new Markup(change(escape(value, args.text(0)), escape(to, args.text(2))));
}

export const textFilters: readonly (readonly [string, Builtin])[] = [
  changing('upper', (text) => text.toUpperCase()),
  changing('lower', (text) => text.toLowerCase()),
  changing('capitalize', capitalize),
  builtin('title', ['s'], (run, args) => {
    const text = args.text(0);
    run.charge(text.length * 8);
    return titleWords(text);
  }),
  builtin('trim', ['value', ['chars', null]], (run, args) => {
    run.charge(args.text(0).length + (args.value(1) === null ? 0 : args.string(1).length * 8));
    return alike(
      args.value(0),
      trimText(args.text(0), args.value(1) === null ? undefined : args.string(1), 'both'),
    );
  }),
  builtin('center', ['value', ['width', 80]], (run, args) =>
    alike(args.value(0), padText(run, args.text(0), { width: args.integer(1), align: 'center' })),
  ),
  builtin('replace', ['s', 'old', 'new', ['count', null]], replace),
  variadicBuiltin('format', (run, _args, given) => format(run, given)),
  builtin('indent', ['s', ['width', 4], ['first', false], ['blank', false]], indent),
  builtin(
    'truncate',
    ['s', ['length', 255], ['killwords', false], ['end', '...'], ['leeway', null]],
    truncate,
  ),
  builtin(
    'wordwrap',
    ['s', ['width', 79], ['break_long_words', true], ['wrapstring', null], ['break_on_hyphens', true]],
    wordwrap,
  ),
  builtin('wordcount', ['s'], (run, args) => {
    run.charge(args.text(0).length);
    return countWords(args.text(0));
  }),
  builtin('safe', ['value'], (_run, args) => new Markup(args.text(0))),
];
