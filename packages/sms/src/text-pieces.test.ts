import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canJoin, cutPieces } from './text-pieces.ts';

const characters = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

describe('canJoin', () => {
  it('[S19] knows every character that composes with the one before it', () => {
    const composing = new Set(
      characters.flatMap((character) => {
        const decomposed = character.normalize('NFD');
        const isComposition = decomposed !== character && decomposed.normalize('NFC') === character;
        return isComposition ? Array.from(decomposed).slice(1) : [];
      }),
    );
    expect(Array.from(composing).filter((character) => !canJoin(character))).toEqual([]);
  });

  it('[S19] knows every character that NFC moves', () => {
    // U+0345 has the highest combining class; whatever has a lower one, not zero, is sorted before it.
    const moved = characters.filter(
      (character) => !`\u0345${character}`.normalize('NFD').startsWith('\u0345'),
    );
    expect(moved.length).toBeGreaterThan(500);
    expect(moved.filter((character) => !canJoin(character))).toEqual([]);
  });
});

describe('cutPieces', () => {
  it.each([
    ['[S20] keeps a compatibility ideograph to itself', '\u{2f850}\u{1d50f}', ['\u{2f850}', '\u{1d50f}']],
    ['[S20] keeps an emoji selector to itself', 'e\u0301\ufe0f', ['e\u0301', '\ufe0f']],
    ['[S20] keeps the grapheme joiner to itself', 'e\u0301\u034f\u0301', ['e\u0301', '\u034f', '\u0301']],
    ['[S20] goes mark by mark where nothing changes', 'x\u0316\u0301', ['x', '\u0316', '\u0301']],
  ])('%s', (_, text, stretches) => {
    expect(cutPieces(text).map((piece) => text.slice(piece.start, piece.end))).toEqual(stretches);
  });

  it('[S20] never begins a piece inside a pair, where NFC puts marks of other lengths in order', () => {
    const unit = fc.constantFrom(
      'x',
      'a',
      '\u0301',
      '\u0316',
      '\u{1d165}',
      '\u{1d16d}',
      '\u{1d15e}',
      '\u{110ba}',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (given) => {
        const torn = cutPieces(given).filter(({ start, end }) => !given.slice(start, end).isWellFormed());
        expect(torn).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    expect(cutPieces('x\u0301\u{1d165}').map(({ sent }) => sent)).toEqual(['x', '\u{1d165}', '\u0301']);
  });

  it('[S20] deals out a stretch of any length', () => {
    expect(cutPieces(`a${'\u0301'.repeat(200_000)}`)).toHaveLength(200_000);
  });

  it('[S20] what is sent piece by piece is what is sent', () => {
    const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
    const unit = fc.oneof(anyCharacter, fc.constantFrom('a', '\u0301', '\u0316', '\u11a8', '\ud83d'));
    const text = fc.string({ unit, maxLength: 60 });
    fc.assert(
      fc.property(text, (given) => {
        const pieces = cutPieces(given);
        expect(pieces.map((piece) => given.slice(piece.start, piece.end)).join('')).toBe(given);
        expect(pieces.map((piece) => piece.sent).join('')).toBe(given.toWellFormed().normalize('NFC'));
      }),
      { numRuns: 2000 },
    );
  });
});
