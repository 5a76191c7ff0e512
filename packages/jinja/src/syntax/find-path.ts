import { isNamePart } from './characters.ts';

/** A filter's value may stand so far before the filter. */
const farthest = 200;

interface Path {
  /** The whole way to a value, as it is written: `customer.address.city`. */
  readonly path: string;
  /** What is read from it or done with it there, if anything: `.upper`. */
  readonly rest: string;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function isPathPart(character: string): boolean {
  return isNamePart(character) || '.[]\'"'.includes(character);
}

/** The last place of a name within a stretch of the source where it stands as a word of its own. */
function lastWord(source: string, name: string, { start, end }: Stretch): number {
  let at = end - name.length;
  while (at >= start) {
    const found = source.lastIndexOf(name, at);
    if (found < start) return -1;
    if (!isNamePart(source.charAt(found - 1)) && !isNamePart(source.charAt(found + name.length)))
      return found;
    at = found - 1;
  }
  return -1;
}

/** How a template writes the value with a name, in the span of a failure or shortly before it; the bare name where it is not found. */
export function findPath(source: string, span: Stretch, name: string): Path {
  if (name === '') return { path: name, rest: '' };
  const inside = lastWord(source, name, span);
  const before = { start: Math.max(0, span.start - farthest), end: span.start };
  const at = inside === -1 ? lastWord(source, name, before) : inside;
  if (at === -1) return { path: name, rest: '' };
  let end = at + name.length;
  const isQuoted = '\'"'.includes(source.charAt(at - 1)) && at > 0;
  // The key of `customer['name']` ends with its bracket; a text by itself is no path.
  if (isQuoted && (source.charAt(at - 2) !== '[' || source.charAt(end + 1) !== ']'))
    return { path: name, rest: '' };
  if (isQuoted) end += 2;
  let start = at;
  while (start > 0 && isPathPart(source.charAt(start - 1))) start -= 1;
  let restEnd = end;
  const follows = source.charAt(end);
  if (follows === '.') {
    restEnd += 1;
    while (isNamePart(source.charAt(restEnd))) restEnd += 1;
  } else if (follows === '[') {
    const close = source.indexOf(']', end);
    if (close !== -1 && close <= span.end) restEnd = close + 1;
  }
  return { path: source.slice(start, end), rest: source.slice(end, restEnd) };
}
