import { everyCharacter, isDigits } from './every-character.ts';
import { htmlEntities, unclosedEntities } from './html-entities.ts';

const longestName = 32;
/** What the numbers 128 to 159 stand for in old pages: Windows-1252. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Code points that are no characters, and that a reference to makes nothing. */
function isInvalid(code: number): boolean {
  return (
    (code < 32 && code !== 9 && code !== 10 && code !== 12) ||
    code === 127 ||
    (code >= 0xfdd0 && code <= 0xfdef) ||
    (code & 0xfffe) === 0xfffe
  );
}

function characterOf(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\uFFFD';
  if (code === 13) return '\r';
  if (code >= 128 && code < 160) return windows.charAt(code - 128);
  return isInvalid(code) ? '' : String.fromCodePoint(code);
}

interface Reference {
  readonly text: string;
  readonly end: number;
}

function isHex(text: string): boolean {
  return text !== '' && everyCharacter(text, (digit) => '0123456789abcdefABCDEF'.includes(digit));
}

/** The end of what may be part of a reference: anything but white space, `&`, `<`, `#` and `;`. */
function nameEnd(text: string, start: number, most: number): number {
  let end = start;
  while (end < text.length && end - start < most && !'\t\n\f <&#;'.includes(text.charAt(end))) end += 1;
  return end;
}

function numeric(text: string, start: number): Reference | undefined {
  const hex = text[start] === 'x' || text[start] === 'X';
  const first = hex ? start + 1 : start;
  const accepts = hex ? isHex : isDigits;
  let end = first;
  while (end < text.length && accepts(text.charAt(end))) end += 1;
  if (end === first) return undefined;
  const code = Number.parseInt(text.slice(first, end), hex ? 16 : 10);
  return { text: characterOf(code), end: text[end] === ';' ? end + 1 : end };
}

function named(text: string, start: number): Reference | undefined {
  const end = nameEnd(text, start, longestName);
  const name = text.slice(start, end);
  const closed = text[end] === ';' ? htmlEntities().get(name) : undefined;
  if (closed !== undefined) return { text: closed, end: end + 1 };
  // Without a semicolon the longest of the old names counts.
  for (let length = name.length; length > 1; length -= 1) {
    const short = name.slice(0, length);
    if (unclosedEntities.has(short)) return { text: htmlEntities().get(short) ?? '', end: start + length };
  }
  return undefined;
}

/** Resolves the character references of HTML, as Python's html.unescape() does. */
export function unescapeHtml(text: string): string {
  let result = '';
  let at = 0;
  for (let start = text.indexOf('&'); start !== -1; start = text.indexOf('&', Math.max(at, start + 1))) {
    const reference = text[start + 1] === '#' ? numeric(text, start + 2) : named(text, start + 1);
    if (reference === undefined) continue;
    result += text.slice(at, start) + reference.text;
    at = reference.end;
  }
  return result + text.slice(at);
}
