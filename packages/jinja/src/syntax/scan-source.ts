import { characterAt, isNamePart, isNameStart, isSpace } from './characters.ts';

/** The offset of the next `{{`, `{%` or `{#` from an offset on, or `end`. */
export function nextOpening(source: string, end: number, from: number): number {
  for (let at = source.indexOf('{', from); at !== -1 && at < end - 1; at = source.indexOf('{', at + 1)) {
    const next = source[at + 1];
    if (next === '{' || next === '%' || next === '#') return at;
  }
  return end;
}

/** The first offset from `from` on, and before `end`, that is no white space. */
export function skipSpace(source: string, end: number, from: number): number {
  let at = from;
  while (at < end && isSpace(source.charCodeAt(at))) at += 1;
  return at;
}

/** The end of a name that begins at an offset; `start` where none does. */
export function nameEnd(source: string, end: number, start: number): number {
  let character = characterAt(source, start);
  if (character === '' || !isNameStart(character)) return start;
  let at = start;
  while (at < end && character !== '' && isNamePart(character)) {
    at += character.length;
    character = characterAt(source, at);
  }
  return at;
}

/** The end of a closing delimiter (with its sign) at an offset. */
export function closingEnd(source: string, at: number, close: string): number | undefined {
  const sign = source[at];
  const from = sign === '-' || (sign === '+' && close === '%}') ? at + 1 : at;
  return source.startsWith(close, from) ? from + 2 : undefined;
}

/** A tag of a single word: where it ends, and whether it strips what follows. */
export interface WordTag {
  readonly end: number;
  readonly trims: boolean;
}

/** Reads `{% word %}` at an offset where it stands there. */
export function matchWordTag(source: string, start: number, word: string): WordTag | undefined {
  const sign = source[start + 2];
  let at = skipSpace(source, source.length, start + (sign === '-' || sign === '+' ? 3 : 2));
  if (!source.startsWith(word, at)) return undefined;
  at = skipSpace(source, source.length, at + word.length);
  const closing = source[at];
  // Only an end tag may carry a plus sign.
  if (closing === '-' || (closing === '+' && word === 'endraw')) at += 1;
  return source.startsWith('%}', at) ? { end: at + 2, trims: closing === '-' } : undefined;
}
