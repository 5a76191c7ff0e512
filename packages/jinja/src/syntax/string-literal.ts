import { everyCharacter } from '../text/every-character.ts';
import { characterAt, normaliseNewlines } from './characters.ts';
import { characterNames } from './character-names.ts';

export type StringLiteral =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

const simpleEscapes: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const hexDigits = '0123456789abcdefABCDEF';

function hexEscape(body: string, start: number, length: number): number | undefined {
  const digits = body.slice(start, start + length);
  if (digits.length < length || !everyCharacter(digits, (digit) => hexDigits.includes(digit)))
    return undefined;
  const code = Number.parseInt(digits, 16);
  return code > 0x10ffff ? undefined : code;
}

/** The end of one to three octal digits. */
function octalEnd(body: string, start: number): number {
  let end = start;
  while (end < start + 3 && '01234567'.includes(body[end] ?? 'x')) end += 1;
  return end;
}

interface Escape {
  readonly text: string;
  readonly end: number;
}

/** A backslash that means nothing stays; Jinja2 then shows a character beyond ASCII by its number. */
function unknownEscape(body: string, start: number): Escape {
  const character = characterAt(body, start);
  const code = character.codePointAt(0) ?? 0;
  if (code < 128) return { text: `\\${character}`, end: start + 1 };
  const [mark, length] = code < 256 ? ['x', 2] : code < 65_536 ? ['u', 4] : ['U', 8];
  return {
    text: `\\${mark}${code.toString(16).padStart(length, '0')}`,
    end: start + character.length,
  };
}

function readEscape(body: string, start: number): Escape | string {
  const character = body[start] ?? '';
  const simple = Object.hasOwn(simpleEscapes, character) ? simpleEscapes[character] : undefined;
  if (simple !== undefined) return { text: simple, end: start + 1 };
  const length = Object.hasOwn(hexLengths, character) ? hexLengths[character] : undefined;
  if (length !== undefined) {
    const code = hexEscape(body, start + 1, length);
    if (code === undefined) return `'\\${character}' needs ${length} hexadecimal digits after it`;
    return { text: String.fromCodePoint(code), end: start + 1 + length };
  }
  const octal = octalEnd(body, start);
  if (octal > start)
    return { text: String.fromCodePoint(Number.parseInt(body.slice(start, octal), 8)), end: octal };
  if (character !== 'N') return unknownEscape(body, start);
  const close = body[start + 1] === '{' ? body.indexOf('}', start) : -1;
  const name = close === -1 ? '' : body.slice(start + 2, close);
  const named = characterNames().get(name.toUpperCase());
  if (named === undefined)
    return `'\\N{${name}}' is not a character name known here: paste the character itself`;
  return { text: named, end: close + 1 };
}

/** Resolves the escapes of a string literal's body (Python's unicode-escape); the reason says what is wrong. */
export function readStringLiteral(rawBody: string): StringLiteral {
  const body = normaliseNewlines(rawBody);
  let next = body.indexOf('\\');
  if (next === -1) return { ok: true, text: body };
  const parts: string[] = [];
  let index = 0;
  while (next !== -1) {
    parts.push(body.slice(index, next));
    const escape = readEscape(body, next + 1);
    if (typeof escape === 'string') return { ok: false, reason: escape };
    parts.push(escape.text);
    index = escape.end;
    next = body.indexOf('\\', index);
  }
  parts.push(body.slice(index));
  return { ok: true, text: parts.join('') };
}
