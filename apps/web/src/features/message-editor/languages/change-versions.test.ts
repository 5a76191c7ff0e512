import { nodeKinds } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { addVersion, removeVersion, renameVersion } from './change-versions.ts';

const settings = {
  ...nodeKinds.sms.defaults(),
  versions: [
    { language: 'en', message: 'Hi' },
    { language: 'sk', message: 'Ahoj' },
  ],
  defaultLanguage: 'sk',
};
const read = ({ versions, defaultLanguage }: typeof settings) => [
  versions.map(({ language, message }) => `${language} ${message}`),
  defaultLanguage,
];

it('begins a new version with the text of the default one', () => {
  expect(read(addVersion(settings, 'cs'))).toEqual([['en Hi', 'sk Ahoj', 'cs Ahoj'], 'sk']);
});

it('removes a version, and finds another default where it was the default', () => {
  expect(read(removeVersion(settings, 0))).toEqual([['sk Ahoj'], 'sk']);
  expect(read(removeVersion(settings, 1))).toEqual([['en Hi'], 'en']);
});

it('keeps the last version', () => {
  const one = removeVersion(settings, 0);
  expect(removeVersion(one, 0)).toBe(one);
});

it('renames a version, and the default with it', () => {
  expect(read(renameVersion(settings, 1, 'sk-SK'))).toEqual([['en Hi', 'sk-SK Ahoj'], 'sk-SK']);
  expect(read(renameVersion(settings, 0, 'de'))).toEqual([['de Hi', 'sk Ahoj'], 'sk']);
});
