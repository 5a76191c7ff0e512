import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { findJsonFault } from './find-json-fault.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

it.each([
  ['', 1, 1, true],
  ['hello', 1, 1, false],
  ['{"a": 1,}', 1, 9, false],
  ['{"a" 1}', 1, 6, false],
  ['{a: 1}', 1, 2, false],
  ['[1, 2', 1, 6, true],
  ['[1,, 2]', 1, 4, false],
  ['[01]', 1, 2, false],
  ['{\n  "a": tru\n}', 2, 8, false],
  ['{\r\n"a": "b\r\nc"}', 2, 6, false],
  ['{} x', 1, 4, false],
  ['{]', 1, 2, false],
  ['"\\x"', 1, 1, false],
  ['{"a": "hel', 1, 11, true],
  ['{"a": "he\\', 1, 11, true],
  ['{"a": "h\\u00', 1, 13, true],
  ['{"nam', 1, 6, true],
  ['{"a": tru', 1, 10, true],
  ['[1, -', 1, 6, true],
  ['[1.5e', 1, 6, true],
  ['{"a": nop', 1, 7, false],
  ['{tru', 1, 2, false],
  ['{"a" "b', 1, 6, false],
])('[N78] finds where %j stops being JSON', (...row) => {
  const [text, line, column, isAtEnd] = row;
  expect(findJsonFault(text)).toEqual({ line, column, isAtEnd });
});

const nearlyJson = fc
  .tuple(
    fc.json(),
    fc.nat(),
    fc.constantFrom('', ',', ':', '"', '}', ']', '{', '[', '0', '-', 'e', '\\', '\n', '\t', ' ', '.', 'true'),
  )
  .map(([text, at, piece]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + piece + text.slice(place + (at % 2));
  });

it('[N78] finds a place exactly where JSON.parse refuses', () => {
  fc.assert(
    fc.property(fc.oneof(nearlyJson, fc.string()), (text) => {
      expect(findJsonFault(text) === null).toBe(isJson(text));
    }),
    { numRuns: 5_000 },
  );
});

it('[N78] reads texts of millions of characters', () => {
  const long = `["${String.raw`\n`.repeat(4_000_000)}`;
  expect(findJsonFault(long)).toEqual({ line: 1, column: long.length + 1, isAtEnd: true });
  expect(findJsonFault(`${long}"] x`)).toEqual({ line: 1, column: long.length + 4, isAtEnd: false });
});

it('[N78] says of whatever is cut off that it ends too early', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, at) => {
      const cut = text.slice(0, at % text.length);
      fc.pre(!isJson(cut));
      expect(findJsonFault(cut)?.isAtEnd).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});
