import { characters } from '../values/code-points.ts';

interface WrapOptions {
  readonly width: number;
  readonly breakLongWords: boolean;
  readonly breakOnHyphens: boolean;
}

const letter = /^[\p{L}_]$/u;
const word = /^[\p{L}\p{N}_]$/u;

/** Most letters are known without asking Unicode. */
function isPlainLetter(character: string): boolean {
  const code = character.charCodeAt(0) | 32;
  return code >= 97 && code <= 122 && character.charCodeAt(0) < 128;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && (isPlainLetter(character) || letter.test(character));
}

function isWordPart(character: string | undefined): boolean {
  return (
    character !== undefined &&
    (isPlainLetter(character) || word.test(character) || '!"\'&.,?'.includes(character))
  );
}

// Python's textwrap splits at these only.
function isWrapSpace(character: string): boolean {
  return (
    character === ' ' ||
    character === '\t' ||
    character === '\n' ||
    character === '\v' ||
    character === '\f' ||
    character === '\r'
  );
}

/** Whether a line may be broken after the hyphen at a place: ab-cd, a-b-cd. */
function breaksAfter(parts: readonly string[], at: number): boolean {
  if (parts[at] !== '-') return false;
  const isAfterWord = isLetter(parts[at - 1]) && isLetter(parts[at - 2]);
  const isAfterShortWord = isWordPart(parts[at - 1]) && parts[at - 2] === '-' && isLetter(parts[at - 3]);
  const next = parts[at + 2] === '-' ? parts[at + 3] : parts[at + 2];
  return (isAfterWord || isAfterShortWord) && isLetter(parts[at + 1]) && isLetter(next);
}

/** The end of a dash made of two or more hyphens between words, or `at` where there is none. */
function dashEnd(parts: readonly string[], at: number): number {
  // Only the first hyphen of a run begins a dash: each run is looked through once.
  if (parts[at] !== '-' || parts[at - 1] === '-' || !isWordPart(parts[at - 1])) return at;
  let end = at + 1;
  while (parts[end] === '-') end += 1;
  return end - at >= 2 && word.test(parts[end] ?? '') ? end : at;
}

/** A word in the pieces that textwrap may put on different lines. */
function splitHyphens(text: string): string[] {
  const parts = characters(text);
  const pieces: string[] = [];
  let piece = '';
  for (let at = 0; at < parts.length; at += 1) {
    const end = dashEnd(parts, at);
    if (end > at) {
      pieces.push(piece, parts.slice(at, end).join(''));
      piece = '';
      at = end - 1;
      continue;
    }
    piece += parts[at] ?? '';
    if (!breaksAfter(parts, at)) continue;
    pieces.push(piece);
    piece = '';
  }
  return [...pieces, piece].filter((part) => part !== '');
}

/** Words and the white space between them, in order. */
function chunksOf(text: string, breakOnHyphens: boolean): string[] {
  const chunks: string[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && isWrapSpace(text[at] ?? '') === isWrapSpace(text[start] ?? '')) continue;
    const chunk = text.slice(start, at);
    if (isWrapSpace(chunk.charAt(0)) || !breakOnHyphens) chunks.push(chunk);
    else chunks.push(...splitHyphens(chunk));
    start = at;
  }
  return chunks;
}

/** A word or white space, and how many of its characters are already on earlier lines. */
interface Chunk {
  readonly parts: readonly string[];
  used: number;
}

function isBlank(chunk: string | undefined): boolean {
  return chunk !== undefined && (chunk === '' || isWrapSpace(chunk.charAt(0)));
}

/** How much of a word that is too long goes on the line: up to its last hyphen there, if it may be broken at one. */
function roomFor({ parts, used }: Chunk, left: number, breakOnHyphens: boolean): number {
  if (!breakOnHyphens || parts.length - used <= left) return left;
  const start = parts.slice(used, used + left);
  const hyphen = start.lastIndexOf('-');
  return hyphen > 0 && start.slice(0, hyphen).some((part) => part !== '-') ? hyphen + 1 : left;
}

/** Python's textwrap.wrap() without tab expansion and without replacing white space. */
export function wrapText(text: string, { width, breakLongWords, breakOnHyphens }: WrapOptions): string[] {
  const chunks = text === '' ? [] : chunksOf(text, breakOnHyphens);
  const queue = chunks.map((chunk): Chunk => ({ parts: characters(chunk), used: 0 }));
  const lines: string[] = [];
  let at = 0;
  while (at < queue.length) {
    if (lines.length > 0 && isBlank(queue[at]?.parts[0])) at += 1;
    const line: string[] = [];
    let length = 0;
    for (let chunk = queue[at]; chunk !== undefined; chunk = queue[at]) {
      const size = chunk.parts.length - chunk.used;
      if (length + size > width) break;
      line.push(chunk.parts.slice(chunk.used).join(''));
      length += size;
      at += 1;
    }
    const long = queue[at];
    if (long !== undefined && long.parts.length - long.used > width) {
      if (breakLongWords) {
        const room = roomFor(long, width - length, breakOnHyphens);
        line.push(long.parts.slice(long.used, long.used + room).join(''));
        long.used += room;
      } else if (line.length === 0) {
        line.push(long.parts.join(''));
        at += 1;
      }
    }
    if (isBlank(line.at(-1))) line.pop();
    if (line.length > 0) lines.push(line.join(''));
  }
  return lines;
}
