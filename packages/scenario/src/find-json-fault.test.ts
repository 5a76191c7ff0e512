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
