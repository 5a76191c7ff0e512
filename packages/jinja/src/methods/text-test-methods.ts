import { builtin } from '../evaluate/signature.ts';
import type { Builtin } from '../evaluate/signature.ts';
import { isNamePart, isNameStart, isSpace } from '../syntax/characters.ts';

type CharacterTest = (character: string) => boolean;

// One character at a time, so that no expression can backtrack.
const digit = /^\p{Nd}$/u;
const numeric = /^\p{N}$/u;
const letter = /^\p{L}$/u;
const upper = /^\p{Uppercase}$/u;
const lower = /^\p{Lowercase}$/u;
const titled = /^\p{Lt}$/u;
const hidden = /^[\p{C}\p{Z}]$/u;
const superscripts = '²³¹⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉';

/** Whether a text has characters and all of them pass. */
function all(text: string, test: CharacterTest): boolean {
  for (const character of text) if (!test(character)) return false;
  return text !== '';
}

/** Python's isupper() and islower(): at least one letter with case, none of the other case. */
export function hasOnlyCase(text: string, wanted: 'upper' | 'lower'): boolean {
  const [own, other] = wanted === 'upper' ? [upper, lower] : [lower, upper];
  let found = false;
  for (const character of text) {
    if (other.test(character) || titled.test(character)) return false;
    found ||= own.test(character);
  }
  return found;
}

function isTitle(text: string): boolean {
  let isInWord = false;
  let found = false;
  for (const character of text) {
    const isUpper = upper.test(character) || titled.test(character);
    const isLower = lower.test(character);
    if ((isUpper && isInWord) || (isLower && !isInWord)) return false;
    isInWord = isUpper || isLower;
    found ||= isInWord;
  }
  return found;
}

function isIdentifier(text: string): boolean {
  const [first = '', ...rest] = text;
  return first !== '' && isNameStart(first) && rest.every((character) => isNamePart(character));
}

function test(name: string, holds: (text: string) => boolean): readonly [string, Builtin] {
  return builtin(name, ['self'], (run, args) => {
    run.charge(args.string(0).length);
    return holds(args.string(0));
  });
}

export const textTestMethods: readonly (readonly [string, Builtin])[] = [
  test('isdecimal', (text) => all(text, (character) => digit.test(character))),
  test('isdigit', (text) =>
    all(text, (character) => digit.test(character) || superscripts.includes(character))),
  test('isnumeric', (text) => all(text, (character) => numeric.test(character))),
  test('isalpha', (text) => all(text, (character) => letter.test(character))),
  test('isalnum', (text) => all(text, (character) => letter.test(character) || numeric.test(character))),
  test('isspace', (text) => all(text, (character) => isSpace(character.charCodeAt(0)))),
  test('isupper', (text) => hasOnlyCase(text, 'upper')),
  test('islower', (text) => hasOnlyCase(text, 'lower')),
  test('istitle', isTitle),
  test('isidentifier', isIdentifier),
  test('isascii', (text) => text === '' || all(text, (character) => (character.codePointAt(0) ?? 0) < 128)),
  test('isprintable', (text) =>
    text === '' || all(text, (character) => character === ' ' || !hidden.test(character))),
];
