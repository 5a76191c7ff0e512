import { builtin, variadicBuiltin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { escapeText } from '../format/escape-text.ts';
import { formatText } from '../format/str-format.ts';
import { chargeComparison, createFinder } from '../text/find-text.ts';
import { padText } from '../text/pad-text.ts';
import { replaceText } from '../text/replace-text.ts';
import { splitBy, splitByFromEnd, splitLines, splitSpaces, splitSpacesFromEnd } from '../text/split-text.ts';
import { trimText } from '../text/trim-text.ts';
import type { TrimSide } from '../text/trim-text.ts';
import { codeLength } from '../values/code-points.ts';
import { describeType } from '../values/describe-type.ts';
import { iterate } from '../values/iterate.ts';
import { textOf } from '../values/text-of.ts';
import { toText } from '../values/to-text.ts';
import { alike } from './text-case-methods.ts';
import { Markup } from '../values/markup.ts';
import { makeTuple } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

/** An argument that goes into the text: escaped where the text is Markup. */
function inserted(args: Bound, index: number): string {
  const value = args.value(index);
  return args.value(0) instanceof Markup && !(value instanceof Markup)
    ? escapeText(args.string(index))
    : args.string(index);
}

function padding(name: string, align: 'left' | 'right' | 'center'): readonly [string, Builtin] {
  return builtin(name, ['self', 'width', ['fillchar', ' ']], (run, args) => {
    const fill = args.string(2);
    if (codeLength(fill) !== 1) throw run.fail('type', `'${name}' needs exactly one character to fill with`);
    return alike(args.value(0), padText(run, args.string(0), { width: args.integer(1), fill, align }));
  });
}

function trimming(name: string, side: TrimSide): readonly [string, Builtin] {
  return builtin(name, ['self', ['chars', null]], (run, args) => {
    run.charge(args.string(0).length + (args.value(1) === null ? 0 : args.string(1).length * 8));
    return alike(
      args.value(0),
      trimText(args.string(0), args.value(1) === null ? undefined : args.string(1), side),
    );
  });
}

function splitting(name: string, fromEnd: boolean): readonly [string, Builtin] {
  return builtin(name, ['self', ['sep', null], ['maxsplit', -1]], (run, args) => {
    const text = args.string(0);
    const most = args.integer(2);
    run.charge(text.length);
    if (args.value(1) !== null && args.string(1) === '')
      throw run.fail('value', `'${name}' needs a separator that is not empty`);
    const parts =
      args.value(1) === null
        ? (fromEnd ? splitSpacesFromEnd : splitSpaces)(text, most)
        : (fromEnd ? splitByFromEnd : splitBy)(
            text,
            { length: args.string(1).length, finder: createFinder(run, args.string(1)) },
            most,
          );
    return parts.map((part) => alike(args.value(0), part));
  });
}

function partitioning(name: string, fromEnd: boolean): readonly [string, Builtin] {
  return builtin(name, ['self', 'sep'], (run, args) => {
    const text = args.string(0);
    const separator = args.string(1);
    run.charge(text.length);
    if (separator === '') throw run.fail('value', `'${name}' needs a separator that is not empty`);
    const finder = createFinder(run, separator);
    const at = fromEnd ? finder.last(text) : finder.first(text);
    const parts =
      at === -1
        ? fromEnd
          ? ['', '', text]
          : [text, '', '']
        : [text.slice(0, at), separator, text.slice(at + separator.length)];
    return makeTuple(parts.map((part) => alike(args.value(0), part)));
  });
}

function join(run: Run, args: Bound): Value {
  const items = iterate(run, args.value(1));
  const isMarkup = args.value(0) instanceof Markup;
  let length = 0;
  const texts = items.map((item) => {
    run.step();
    const text = isMarkup ? toText(run, item) : textOf(item);
    if (text === undefined)
      throw run.fail(
        'type',
        `'join' needs texts, but found ${describeType(item)}: use the filter |join, which takes anything`,
      );
    length += text.length;
    return isMarkup && !(item instanceof Markup) ? escapeText(text) : text;
  });
  run.charge(length + args.string(0).length * items.length);
  return alike(args.value(0), texts.join(args.string(0)));
}

function zeroFill(run: Run, args: Bound): Value {
  const text = args.string(0);
  const sign = text.startsWith('-') || text.startsWith('+') ? text.slice(0, 1) : '';
  const width = args.integer(1) - sign.length;
  return alike(
    args.value(0),
    sign + padText(run, text.slice(sign.length), { width, fill: '0', align: 'right' }),
  );
}

function expandTabs(run: Run, args: Bound): Value {
  const size = args.integer(1);
  let result = '';
  let column = 0;
  for (const character of args.string(0)) {
    const spaces = character === '\t' ? (size > 0 ? size - (column % size) : 0) : 0;
    run.charge(spaces + 1);
    result += character === '\t' ? ' '.repeat(spaces) : character;
    column = character === '\n' || character === '\r' ? 0 : column + (character === '\t' ? spaces : 1);
  }
  return alike(args.value(0), result);
}

export const textBuildingMethods: readonly (readonly [string, Builtin])[] = [
  padding('ljust', 'left'),
  padding('rjust', 'right'),
  padding('center', 'center'),
  builtin('zfill', ['self', 'width'], zeroFill),
  builtin('expandtabs', ['self', ['tabsize', 8]], expandTabs),
  trimming('strip', 'both'),
  trimming('lstrip', 'start'),
  trimming('rstrip', 'end'),
  splitting('split', false),
  splitting('rsplit', true),
  builtin('splitlines', ['self', ['keepends', false]], (run, args) => {
    run.charge(args.string(0).length);
    return splitLines(args.string(0), args.integer(1) !== 0).map((line) => alike(args.value(0), line));
  }),
  partitioning('partition', false),
  partitioning('rpartition', true),
  builtin('join', ['self', 'iterable'], join),
  builtin('replace', ['self', 'old', 'new', ['count', -1]], (run, args) =>
    alike(
      args.value(0),
      replaceText(run, args.string(0), {
        from: args.string(1),
        to: inserted(args, 2),
        count: args.integer(3),
      }),
    ),
  ),
  builtin('removeprefix', ['self', 'prefix'], (run, args) => {
    const [text, prefix] = [args.string(0), args.string(1)];
    chargeComparison(run, text, prefix);
    return text.startsWith(prefix) ? alike(args.value(0), text.slice(prefix.length)) : args.value(0);
  }),
  builtin('removesuffix', ['self', 'suffix'], (run, args) => {
    const [text, suffix] = [args.string(0), args.string(1)];
    chargeComparison(run, text, suffix);
    return suffix !== '' && text.endsWith(suffix)
      ? alike(args.value(0), text.slice(0, -suffix.length))
      : args.value(0);
  }),
  variadicBuiltin('format', (run, _args, given) => {
    const [self = '', ...positional] = given.positional;
    return formatText(run, self, { positional, named: given.named });
  }),
  builtin('format_map', ['self', 'mapping'], (run, args) =>
    formatText(run, args.value(0), { positional: [], named: undefined, mapping: args.value(1) }),
  ),
];
