import { expect, it } from 'vitest';
import { describeHidden, hiddenPattern } from './hidden-characters.ts';

const found = (text: string): string[] =>
  Array.from(text.matchAll(hiddenPattern()), ([character]) => character);

it.each([
  ['plain text', 'Hi žluť 👍', []],
  ['a zero-width space', 'a\u200bb', ['\u200b']],
  ['direction controls', '\u202eabc\u202c', ['\u202e', '\u202c']],
  ['a joiner between letters', 'a\u200db', ['\u200d']],
  ['no joiner within a picture', '👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥', []],
])('finds in %s', (_, text, characters) => {
  expect(found(text)).toEqual(characters);
});

it('says what it is', () => {
  expect(describeHidden('\u200b')).toEqual({
    mark: 'ZWSP',
    words: 'zero-width space, U+200B. It is not seen and takes a unit.',
  });
  expect(describeHidden('\u0007').mark).toBe('U+0007');
});
