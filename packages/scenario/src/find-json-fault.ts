/** Where a text stops being JSON, counted from 1; `isAtEnd` where nothing is wrong but that it ends. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly isAtEnd: boolean;
}

// RFC 8259, sections 2 to 7.
const space = /[ \t\n\r]*/y;
// In pieces: of millions of repetitions at once an engine runs out of stack.
const textPiece = /(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})){1,1000}/y; // oxlint-disable-line no-control-regex
const escapeBegun = /\\(?:u[\da-fA-F]{0,3})?$/y;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const scalarBegun = /(?:-|-?(?:0|[1-9]\d*)(?:\.|(?:\.\d+)?[eE][+-]?)|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?)$/y;

type Expected = 'value' | 'item_or_end' | 'key' | 'key_or_end' | 'colon' | 'comma_or_end';

const lengthAt = (pattern: RegExp, source: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0].length ?? 0;
};

const endOfPieces = (source: string, from: number): number => {
  let at = from;
  for (let length = lengthAt(textPiece, source, at); length > 0; length = lengthAt(textPiece, source, at))
    at += length;
  return at;
};

const textLengthAt = (source: string, at: number): number => {
  if (source[at] !== '"') return 0;
  const end = endOfPieces(source, at + 1);
  return source[end] === '"' ? end + 1 - at : 0;
};

// Whether a text, number or word that may stand here goes as far as the source does.
const isCutOff = (source: string, at: number, expected: Expected): boolean => {
  if (expected === 'colon' || expected === 'comma_or_end') return false;
  const isKey = expected === 'key' || expected === 'key_or_end';
  if (source[at] !== '"') return !isKey && lengthAt(scalarBegun, source, at) > 0;
  const end = endOfPieces(source, at + 1);
  return end === source.length || lengthAt(escapeBegun, source, end) > 0;
};

const placeOf = (source: string, at: number): JsonFault => {
  const before = source.slice(0, at).split(/\r\n|[\n\r]/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1, isAtEnd: at >= source.length };
};

/** Where a text that JSON.parse refuses is wrong: engines say it in different words, or not at all. Null where it is JSON. */
export const findJsonFault = (source: string): JsonFault | null => {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = lengthAt(space, source, 0);
  for (;;) {
    const sign = source[at] ?? '';
    const isInObject = open.at(-1) === '{';
    const wanted = expected;
    let length = 0;
    if (expected === 'key' || expected === 'key_or_end') {
      length = textLengthAt(source, at);
      if (length > 0) expected = 'colon';
    } else if (expected === 'colon') {
      length = sign === ':' ? 1 : 0;
      expected = 'value';
    } else if (expected === 'comma_or_end') {
      length = sign === ',' ? 1 : 0;
      if (length > 0) expected = isInObject ? 'key' : 'value';
    } else if (sign === '{' || sign === '[') {
      length = 1;
      open.push(sign);
      expected = sign === '{' ? 'key_or_end' : 'item_or_end';
    } else {
      length = textLengthAt(source, at) || lengthAt(scalar, source, at);
      if (length > 0) expected = 'comma_or_end';
    }
    const mayEnd = expected === 'comma_or_end' || expected === (isInObject ? 'key_or_end' : 'item_or_end');
    if (length === 0 && mayEnd && open.length > 0 && sign === (isInObject ? '}' : ']')) {
      length = 1;
      open.pop();
      expected = 'comma_or_end';
    }
    if (length === 0) {
      return placeOf(source, isCutOff(source, at, wanted) ? source.length : at);
    }
    at += length;
    at += lengthAt(space, source, at);
    if (open.length === 0 && expected === 'comma_or_end')
      return at === source.length ? null : placeOf(source, at);
  }
};
