import { describe, expect, it } from 'vitest';
import { classOf, EXTENSION, MAY_COMPOSE, UNICODE } from './character-class.ts';
import { DEFAULT_ALPHABET, DEFAULT_EXTENSION } from './gsm-alphabet.ts';

const codeUnits = Array.from({ length: 0x10000 }, (_, code) => code);
const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
const inert = codeUnits.filter((code) => (classOf(code) & MAY_COMPOSE) === 0 && !isSurrogate(code));

function describeCode(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Every character that stands second or later in a canonical decomposition: what NFC may pull into the character before it. */
function findComposingCharacters(): Set<string> {
  const found = new Set<string>();
  for (let code = 0; code <= 0x10ffff; code += 1) {
    if (isSurrogate(code)) continue;
    const character = String.fromCodePoint(code);
    const decomposed = character.normalize('NFD');
    if (decomposed === character || decomposed.normalize('NFC') !== character) continue;
    for (const later of Array.from(decomposed).slice(1)) found.add(later);
  }
  return found;
}

describe('the class of a code unit', () => {
  it('[S1] has 127 basic characters, those of the table without the escape', () => {
    const basic = codeUnits.filter((code) => classOf(code) === 0).map((code) => String.fromCharCode(code));
    expect(DEFAULT_ALPHABET).toHaveLength(128);
    expect(DEFAULT_ALPHABET.charCodeAt(0x09)).toBe(0xc7);
    expect(basic.toSorted()).toEqual(Array.from(DEFAULT_ALPHABET.replace('\u001b', '')).toSorted());
  });

  it('[S2] has ten extension characters', () => {
    const extension = codeUnits.filter((code) => classOf(code) === EXTENSION);
    expect(String.fromCharCode(...extension)).toBe('\f[\\]^{|}~€');
    expect(extension).toHaveLength(DEFAULT_EXTENSION.length);
  });

  it('[S3] calls inert only what NFC leaves alone', () => {
    const changed = inert.filter((code) => {
      const character = String.fromCharCode(code);
      return character.normalize('NFC') !== character;
    });
    expect(changed.map(describeCode)).toEqual([]);
  });

  it('[S3] calls inert nothing that NFC composes with what stands before it', () => {
    const composing = findComposingCharacters();
    expect(composing.size).toBeGreaterThan(50);
    expect(inert.filter((code) => composing.has(String.fromCharCode(code))).map(describeCode)).toEqual([]);
  });

  it('[S3] calls inert nothing that NFC moves', () => {
    // U+0345 has the highest combining class; whatever has a lower one, not zero, is sorted before it.
    const moved = inert.filter(
      (code) => !`\u0345${String.fromCharCode(code)}`.normalize('NFD').startsWith('\u0345'),
    );
    expect(moved.map(describeCode)).toEqual([]);
    expect(classOf(0x0345) & MAY_COMPOSE).toBe(MAY_COMPOSE);
  });

  it('[S3] calls high surrogates inert only where no character of theirs is changed by NFC', () => {
    const composing = findComposingCharacters();
    for (let high = 0xd800; high <= 0xdbff; high += 1) {
      if ((classOf(high) & MAY_COMPOSE) !== 0) continue;
      for (let low = 0xdc00; low <= 0xdfff; low += 1) {
        const character = String.fromCharCode(high, low);
        if (character.normalize('NFC') === character && !composing.has(character)) continue;
        expect.fail(`${describeCode(character.codePointAt(0) ?? 0)} is not inert`);
      }
    }
    expect(classOf(0xd83d)).toBeGreaterThanOrEqual(UNICODE);
  });
});
