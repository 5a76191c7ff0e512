import { expect, it } from 'vitest';
import { classOf, EXTENSION, UNICODE } from './character-class.ts';
import { scanText } from './scan-text.ts';

it('[S3] sees of every code unit what must be looked into', () => {
  const codeUnits = Array.from({ length: 0x10000 }, (_, code) => code);
  const encodings = UNICODE | EXTENSION;
  const overlooked = codeUnits.filter((code) => {
    const seen = scanText(`й${String.fromCharCode(code)}`).seen;
    return (seen | encodings) !== (classOf(code) | encodings);
  });
  expect(overlooked).toEqual([]);
});

it('[S6] sees a character outside the alphabet behind extension characters', () => {
  expect(scanText('[a]й')).toEqual({ seen: UNICODE, extensions: [] });
  expect(scanText('[a]')).toEqual({ seen: EXTENSION, extensions: [0, 2] });
});
