import { characters, codeLength } from '../values/code-points.ts';

interface WrapOptions {
  readonly width: number;
  readonly breakLongWords: boolean;
  readonly breakOnHyphens: boolean;
}

const letter = /^[\p{L}_]$/u;

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

/** A word in the pieces textwrap may break it into: after a hyphen between letters, and around an em dash of two or more hyphens. */
function splitHyphens(word: string): string[] {
  const parts = characters(word);
  const pieces: string[] = [];
  let piece = '';
  for (let at = 0; at < parts.length; at += 1) {
    const character = parts[at] ?? '';
    piece += character;
    const isHyphen = character === '-' && parts[at + 1] !== '-' && parts[at - 1] !== '-';
    const before = letter.test(parts[at - 1] ?? '') && letter.test(parts[at - 2] ?? '');
    const after = letter.test(parts[at + 1] ?? '') && letter.test(parts[at + 2] ?? '');
    if (!isHyphen || !before || !after) continue;
    pieces.push(piece);
    piece = '';
  }
  return piece === '' ? pieces : [...pieces, piece];
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

function isBlank(chunk: string | undefined): boolean {
  return chunk !== undefined && isWrapSpace(chunk.charAt(0));
}

/** Python's textwrap.wrap() without tab expansion and without replacing white space. */
export function wrapText(text: string, { width, breakLongWords, breakOnHyphens }: WrapOptions): string[] {
  const chunks = text === '' ? [] : chunksOf(text, breakOnHyphens);
  const lines: string[] = [];
  let at = 0;
  while (at < chunks.length) {
    if (lines.length > 0 && isBlank(chunks[at])) at += 1;
    const line: string[] = [];
    let length = 0;
    for (; at < chunks.length; at += 1) {
      const size = codeLength(chunks[at] ?? '');
      if (length + size > width) break;
      line.push(chunks[at] ?? '');
      length += size;
    }
    if (at < chunks.length && codeLength(chunks[at] ?? '') > width) {
      if (breakLongWords) {
        const room = Math.max(1, width - length);
        const parts = characters(chunks[at] ?? '');
        line.push(parts.slice(0, room).join(''));
        chunks[at] = parts.slice(room).join('');
      } else if (line.length === 0) {
        line.push(chunks[at] ?? '');
        at += 1;
      }
    }
    if (isBlank(line.at(-1))) line.pop();
    if (line.length > 0) lines.push(line.join(''));
  }
  return lines;
}
