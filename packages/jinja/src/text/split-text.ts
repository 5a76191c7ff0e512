import { isSpace } from '../syntax/characters.ts';
import type { TextFinder } from './find-text.ts';

/** Python's split() without a separator: runs of white space separate, at most `most` times (-1: always). */
export function splitSpaces(text: string, most = -1): string[] {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
    if (at >= text.length) return parts;
    if (most >= 0 && parts.length >= most) {
      // Only what precedes the rest is stripped: 'b  c ' keeps its end.
      parts.push(text.slice(at));
      return parts;
    }
    const start = at;
    while (at < text.length && !isSpace(text.charCodeAt(at))) at += 1;
    parts.push(text.slice(start, at));
  }
}

/** Python's rsplit() without a separator. */
export function splitSpacesFromEnd(text: string, most = -1): string[] {
  if (most < 0) return splitSpaces(text);
  const parts: string[] = [];
  let end = text.length;
  for (;;) {
    while (end > 0 && isSpace(text.charCodeAt(end - 1))) end -= 1;
    if (end === 0) return parts.reverse();
    if (parts.length >= most) {
      parts.push(text.slice(0, end));
      return parts.reverse();
    }
    const stop = end;
    while (end > 0 && !isSpace(text.charCodeAt(end - 1))) end -= 1;
    parts.push(text.slice(end, stop));
  }
}

interface Separator {
  readonly length: number;
  readonly finder: TextFinder;
}

/** Python's split(separator, most). */
export function splitBy(text: string, { length, finder }: Separator, most = -1): string[] {
  const parts: string[] = [];
  let at = 0;
  const limit = most < 0 ? Infinity : most;
  while (parts.length < limit) {
    const next = finder.first(text, at);
    if (next === -1) break;
    parts.push(text.slice(at, next));
    at = next + length;
  }
  parts.push(text.slice(at));
  return parts;
}

/** Python's rsplit(separator, most): where separators overlap, the last one counts. */
export function splitByFromEnd(text: string, { length, finder }: Separator, most = -1): string[] {
  const parts: string[] = [];
  let end = text.length;
  const limit = most < 0 ? Infinity : most;
  while (parts.length < limit) {
    const next = finder.last(text, end);
    if (next === -1) break;
    parts.push(text.slice(next + length, end));
    end = next;
  }
  parts.push(text.slice(0, end));
  return parts.reverse();
}

function isLineEnd(unit: number): boolean {
  return (
    (unit >= 10 && unit <= 13) ||
    (unit >= 28 && unit <= 30) ||
    unit === 0x85 ||
    unit === 0x2028 ||
    unit === 0x2029
  );
}

/** Python's splitlines(). */
export function splitLines(text: string, keepEnds = false): string[] {
  const lines: string[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    if (!isLineEnd(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const end = text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
    lines.push(text.slice(start, keepEnds ? end : at));
    start = end;
    at = end;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}
