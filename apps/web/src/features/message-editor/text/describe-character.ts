import { type Encoding, findReplacements } from '@curlew/sms';
import { characterNames } from './character-names.ts';
import { markTemplate } from './message-marks.ts';
import { findSourceReplacements } from './source-replacements.ts';

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^\p{Extended_Pictographic}/u, 'emoji'],
  [/^\p{Regional_Indicator}/u, 'flag'],
  [/^\p{Script=Latin}/u, 'letter'],
  [/^\p{Script=Cyrillic}/u, 'Cyrillic letter'],
  [/^\p{Script=Greek}/u, 'Greek letter'],
  [/^\p{Script=Han}/u, 'Chinese character'],
  [/^[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Japanese character'],
  [/^\p{Script=Hangul}/u, 'Korean character'],
  [/^\p{Script=Arabic}/u, 'Arabic letter'],
  [/^\p{Script=Hebrew}/u, 'Hebrew letter'],
  [/^\p{Letter}/u, 'letter'],
  [/^\p{Mark}/u, 'combining mark'],
  [/^\p{Separator}/u, 'space'],
  [/^\p{Control}/u, 'control character'],
  [/^\p{Format}/u, 'invisible character'],
];

const kindOf = (character: string): string =>
  characterNames.get(character) ?? kinds.find(([pattern]) => pattern.test(character))?.[1] ?? 'symbol';

/** U+2019 for ’ */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** "curly apostrophe, U+2019" */
export const nameCharacter = (character: string): string =>
  `${kindOf(character.normalize('NFC'))}, ${codePointOf(character.normalize('NFC'))}`;

const mostNamed = 3;

/** Why a character that has a safe replacement is not offered it; null where it has none, or is offered it. */
export const describeLeftOut = (source: string, character: string): string | null => {
  const [own] = findReplacements(character);
  if (!own || findSourceReplacements(source).length > 0) return null;
  const forcing = markTemplate(source)
    .filter(({ kind }) => kind === 'unicode')
    .flatMap(({ start, end }) => Array.from(source.slice(start, end)))
    .filter((one) => findReplacements(one).length === 0);
  const named = [...new Set(forcing)].slice(0, mostNamed).join(' ');
  return named === ''
    ? null
    : `It could be ${own.to === '' ? 'left out' : own.to === ' ' ? 'a space' : own.to}, which saves nothing as long as ${named} keeps the message in Unicode.`;
};

/** What a marked character costs. */
export const describeCharacterCost = (kind: 'unicode' | 'extension', encoding: Encoding): string => {
  if (kind === 'unicode') {
    return 'Not in the GSM alphabet: it turns the whole message to Unicode, where a part holds 70 units instead of 160.';
  }
  return encoding === 'GSM-7'
    ? 'An extension character: it takes two units.'
    : 'An extension character: one unit as long as the message is Unicode, two in GSM-7.';
};
