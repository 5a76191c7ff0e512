import { builtin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { chargeComparison, createFinder } from '../text/find-text.ts';
import { characters, codeIndex, codeLength, isWide } from '../values/code-points.ts';
import { contains } from '../values/contains.ts';
import { textOf } from '../values/text-of.ts';
import { Tuple } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

interface Window {
  readonly text: string;
  /** UTF-16 offset of the window in the whole text. */
  readonly offset: number;
  /** Whether the start lies beyond the end, where not even an empty text is found. */
  readonly isBeyond: boolean;
}

/** The part of the text between the optional third and fourth argument, counted in code points. */
function windowOf(run: Run, args: Bound): Window {
  const text = args.string(0);
  run.charge(text.length);
  if (args.value(2) === null && args.value(3) === null) return { text, offset: 0, isBeyond: false };
  const length = codeLength(text);
  const place = (index: number, fallback: number): number => {
    if (args.value(index) === null) return fallback;
    const at = args.integer(index);
    return at < 0 ? Math.max(0, at + length) : at;
  };
  const start = place(2, 0);
  const end = Math.min(place(3, length), length);
  const parts = isWide(text) ? characters(text) : undefined;
  const offset = parts === undefined ? start : parts.slice(0, start).join('').length;
  return {
    text: parts === undefined ? text.slice(start, end) : parts.slice(start, end).join(''),
    offset,
    isBeyond: start > end,
  };
}

function search(
  name: string,
  options: { readonly fromEnd: boolean; readonly mustExist: boolean },
): readonly [string, Builtin] {
  return builtin(name, ['self', 'sub', ['start', null], ['end', null]], (run, args) => {
    const window = windowOf(run, args);
    const part = args.string(1);
    const at = window.isBeyond
      ? -1
      : options.fromEnd
        ? createFinder(run, part).last(window.text)
        : createFinder(run, part).first(window.text);
    if (at >= 0) return codeIndex(args.string(0), window.offset + at);
    if (options.mustExist) throw run.fail('value', `'${part}' is not in the text: check with 'in' first`);
    return -1;
  });
}

function count(run: Run, args: Bound): number {
  const { text, isBeyond } = windowOf(run, args);
  const part = args.string(1);
  if (isBeyond) return 0;
  if (part === '') return codeLength(text) + 1;
  const finder = createFinder(run, part);
  let found = 0;
  for (let at = finder.first(text); at !== -1; at = finder.first(text, at + part.length)) found += 1;
  return found;
}

function matches(name: string, test: (text: string, part: string) => boolean): readonly [string, Builtin] {
  return builtin(name, ['self', 'affix', ['start', null], ['end', null]], (run, args) => {
    const { text, isBeyond } = windowOf(run, args);
    const affix = args.value(1);
    const parts: readonly Value[] = affix instanceof Tuple ? affix : [affix];
    return parts.some((part) => {
      const wanted = textOf(part);
      run.step();
      if (wanted === undefined) throw run.fail('type', `'${name}' needs a text or several in parentheses`);
      chargeComparison(run, text, wanted);
      return !isBeyond && test(text, wanted);
    });
  });
}

export const textSearchMethods: readonly (readonly [string, Builtin])[] = [
  search('find', { fromEnd: false, mustExist: false }),
  search('rfind', { fromEnd: true, mustExist: false }),
  search('index', { fromEnd: false, mustExist: true }),
  search('rindex', { fromEnd: true, mustExist: true }),
  builtin('count', ['self', 'sub', ['start', null], ['end', null]], count),
  matches('startswith', (text, part) => text.startsWith(part)),
  matches('endswith', (text, part) => text.endsWith(part)),
  builtin('__len__', ['self'], (_run, args) => codeLength(args.string(0))),
  builtin('__contains__', ['self', 'sub'], (run, args) => contains(run, args.value(0), args.value(1))),
];
