import { isNamePart } from './characters.ts';

/** A filter's value may stand so far before the filter. */
const farthest = 200;
/** A longer name is no help to a reader, and takes long to find. */
const longestName = 200;

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
  return isNamePart(character) || character === '.';
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

/** The beginning of the way to a word: names, dots, and brackets with what stands in them. `depth` counts the brackets that are open there. */
function pathStart(source: string, at: number, depth: number): number {
  let open = depth;
  let start = at;
  while (start > 0) {
    const character = source.charAt(start - 1);
    if (character === ']') open += 1;
    else if (character === '[' && open > 0) open -= 1;
    else if (open === 0 ? !isPathPart(character) : '\n{}'.includes(character)) break;
    start -= 1;
  }
  return start;
}

/** What is read from a path or done with it right behind it. */
function restAfter(source: string, end: number, last: number): string {
  if (source.charAt(end) === '(') return '()';
  if (source.charAt(end) === '.') {
    let restEnd = end + 1;
    while (isNamePart(source.charAt(restEnd))) restEnd += 1;
    return source.slice(end, restEnd);
  }
  const close = source.charAt(end) === '[' ? source.indexOf(']', end) : -1;
  return close === -1 || close > last ? '' : source.slice(end, close + 1);
}

/** How a template writes the value with a name, in the span of a failure or shortly before it; the bare name where it is not found. */
export function findPath(source: string, span: Stretch, name: string): Path {
  const bare = { path: name, rest: '' };
  if (name === '' || name.length > longestName) return bare;
  const inside = lastWord(source, name, span);
  const before = { start: Math.max(0, span.start - farthest), end: span.start };
  const at = inside === -1 ? lastWord(source, name, before) : inside;
  if (at === -1) return bare;
  const isQuoted = at > 0 && '\'"'.includes(source.charAt(at - 1));
  const [first, after] = isQuoted ? [at - 1, at + name.length + 1] : [at, at + name.length];
  const isKey = source.charAt(first - 1) === '[' && source.charAt(after) === ']';
  // A text by itself is no path.
  if (isQuoted && !isKey) return bare;
  const start = pathStart(source, first, isKey ? 1 : 0);
  const end = isKey ? after + 1 : after;
  const path = source.slice(start, end);
  // What begins in the middle, after a bracket that closes, has no name of its own.
  return isNamePart(path.charAt(0)) ? { path, rest: restAfter(source, end, span.end) } : bare;
}
