import { isSpace } from '../syntax/characters.ts';

/** Python's split() without a separator: runs of white space separate, at most `most` times (-1: always). */
export function splitSpaces(text: string, most = -1): string[] {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
    if (at >= text.length) return parts;
    if (most >= 0 && parts.length >= most) {
      let end = text.length;
      while (end > at && isSpace(text.charCodeAt(end - 1))) end -= 1;
      // Only what precedes the rest is stripped: 'b  c ' keeps its end.
      return [...parts, text.slice(at)];
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
    if (end === 0) return parts;
    if (parts.length >= most) return [text.slice(0, end), ...parts];
    const stop = end;
    while (end > 0 && !isSpace(text.charCodeAt(end - 1))) end -= 1;
    parts.unshift(text.slice(end, stop));
  }
}

/** Python's split(separator, most). */
export function splitBy(text: string, separator: string, most = -1): string[] {
  if (most < 0) return text.split(separator);
  const parts: string[] = [];
  let at = 0;
  for (
    let next = text.indexOf(separator);
    next !== -1 && parts.length < most;
    next = text.indexOf(separator, at)
  ) {
    parts.push(text.slice(at, next));
    at = next + separator.length;
  }
  return [...parts, text.slice(at)];
}

/** Python's rsplit(separator, most). */
export function splitByFromEnd(text: string, separator: string, most = -1): string[] {
  if (most < 0) return text.split(separator);
  const parts: string[] = [];
  let end = text.length;
  while (parts.length < most && end >= separator.length) {
    const next = text.lastIndexOf(separator, end - separator.length);
    if (next === -1) break;
    parts.push(text.slice(next + separator.length, end));
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
