import { builtin } from '../evaluate/signature.ts';
import type { Builtin } from '../evaluate/signature.ts';
import { isNamePart, isNameStart, isSpace } from '../syntax/characters.ts';

type CharacterTest = (character: string) => boolean;

// One character at a time, so that no expression can backtrack.
const digit = /^\p{Nd}$/u;
const number = /^\p{N}$/u;
const letter = /^\p{L}$/u;
const upper = /^\p{Uppercase}$/u;
const lower = /^\p{Lowercase}$/u;
const titled = /^\p{Lt}$/u;
const hidden = /^[\p{C}\p{Z}]$/u;
/** Digits that are no decimal digits: superscripts, circled ones and the like (Unicode's Numeric_Type Digit). */
const otherDigits =
  /^[\u00B2\u00B3\u00B9\u1369-\u1371\u19DA\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247C\u2488-\u2490\u24EA\u24F5-\u24FD\u24FF\u2776-\u277E\u2780-\u2788\u278A-\u2792\u{10A40}-\u{10A43}\u{10E60}-\u{10E68}\u{11052}-\u{1105A}\u{1F100}-\u{1F10A}]$/u;
/** Chinese characters that stand for numbers. */
const hanNumbers = new Set(
  '㐅㒃㠪㭍一七万三九二五亖亿什仟仨伍佰億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拾捌柒漆玖百肆萬貮貳贰阡陆陌陸零參拾兩零六陸什𠀁𠁤𠃢𠄡𠤪𠦃𠦌𠦜𠫪𠫽𠬙𢎐𢦘𣬛𦉭廾',
);

function isNumeric(character: string): boolean {
  return number.test(character) || hanNumbers.has(character);
}

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
  test('isdigit', (text) => all(text, (character) => digit.test(character) || otherDigits.test(character))),
  test('isnumeric', (text) => all(text, isNumeric)),
  test('isalpha', (text) => all(text, (character) => letter.test(character))),
  test('isalnum', (text) => all(text, (character) => letter.test(character) || number.test(character))),
  test('isspace', (text) => all(text, (character) => isSpace(character.charCodeAt(0)))),
  test('isupper', (text) => hasOnlyCase(text, 'upper')),
  test('islower', (text) => hasOnlyCase(text, 'lower')),
  test('istitle', isTitle),
  test('isidentifier', isIdentifier),
  test('isascii', (text) => text === '' || all(text, (character) => (character.codePointAt(0) ?? 0) < 128)),
  test('isprintable', (text) =>
    text === '' || all(text, (character) => character === ' ' || !hidden.test(character))),
];
