import { describe, expect, it } from 'vitest';
import { findUnicodeCost } from './unicode-cost.ts';

describe('findUnicodeCost', () => {
  it('[S21] lists what forces UCS-2, with places and replacement', () => {
    expect(findUnicodeCost('’a😀’')).toEqual({
      characters: [
        { character: '’', codePoint: 'U+2019', offsets: [0, 4], replacement: "'" },
        { character: '😀', codePoint: 'U+1F600', offsets: [2], replacement: null },
      ],
      parts: 1,
      partsWithout: 1,
    });
  });

  it('[S21] says what one character costs', () => {
    expect(findUnicodeCost(`${'a'.repeat(150)}…`)).toMatchObject({ parts: 3, partsWithout: 1 });
    expect(findUnicodeCost(`${'a'.repeat(158)}…`)).toMatchObject({ parts: 3, partsWithout: 2 });
    expect(findUnicodeCost(`${'a'.repeat(159)}😀`)).toMatchObject({ parts: 3, partsWithout: 1 });
  });

  it.each([
    ['[S21] nothing in a GSM-7 message', 'Hello € Ç'],
    ['[S21] nothing where letters compose', 'cafe\u0301'],
    ['[S11] nothing in no text', ''],
  ])('%s', (_, text) => {
    const { characters, parts, partsWithout } = findUnicodeCost(text);
    expect(characters).toEqual([]);
    expect(partsWithout).toBe(parts);
  });

  it('[S21] names characters one by one where NFC puts them in order', () => {
    const { characters } = findUnicodeCost('x\u0301\u{1d165}');
    expect(characters.map(({ codePoint }) => codePoint)).toEqual(['U+1D165', 'U+0301']);
  });

  it('[S15] nothing where a national table writes it', () => {
    expect(findUnicodeCost('ş', { nationalLanguages: ['turkish'] }).characters).toEqual([]);
  });
});
