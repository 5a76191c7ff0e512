import { expect, it } from 'vitest';
import { describeCharacterCost, describeLeftOut, nameCharacter } from './describe-character.ts';

it.each([
  ['’', 'curly apostrophe, U+2019'],
  ['\u00a0', 'non-breaking space, U+00A0'],
  ['ž', 'letter, U+017E'],
  ['z\u030c', 'letter, U+017E'],
  ['Ж', 'Cyrillic letter, U+0416'],
  ['漢', 'Chinese character, U+6F22'],
  ['👍', 'emoji, U+1F44D'],
  ['\u0007', 'control character, U+0007'],
  ['∞', 'symbol, U+221E'],
  ['€', 'euro sign, U+20AC'],
])('names %j', (character, name) => {
  expect(nameCharacter(character)).toBe(name);
});

it('says that an extension character costs more in GSM-7 only', () => {
  expect(describeCharacterCost('extension', 'GSM-7')).toBe('An extension character: it takes two units.');
  expect(describeCharacterCost('extension', 'UCS-2')).toContain('one unit as long as the message is Unicode');
});

it.each([
  ['It’s ž', '’', "It could be ', which saves nothing as long as ž keeps the message in Unicode."],
  ['It’s on', '’', null],
  ['It’s ž', 'ž', null],
])('says in %j why %s is left', (source, character, words) => {
  expect(describeLeftOut(source, character)).toBe(words);
});
