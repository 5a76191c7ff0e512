import { expect, it } from 'vitest';
import { createLanguagePicker, pickLanguageVersion } from './language-version.ts';

const settings = {
  defaultLanguage: 'en',
  versions: ['sk', 'EN', 'pt-BR', 'zh', 'zh-Hant', 'sr_Latn'].map((language) => ({
    language,
    message: `in ${language}`,
  })),
};

it.each([
  ['its own version', 'sk', 'sk'],
  ['upper case', 'SK', 'sk'],
  ['a version in upper case', 'en', 'EN'],
  ['blanks around', '  sk\n', 'sk'],
  ['a region that has its own', 'pt-BR', 'pt-BR'],
  ['an underscore', 'pt_br', 'pt-BR'],
  ['a version with an underscore', 'sr-Latn', 'sr_Latn'],
  ['a region without its own', 'sk-SK', 'sk'],
  ['a script', 'zh-Hant', 'zh-Hant'],
  ['a script and a region', 'zh-Hant-TW', 'zh-Hant'],
  ['another script', 'zh-Hans-CN', 'zh'],
  ['no narrower version than asked for', 'pt', 'EN'],
  ['no other region', 'pt-PT', 'EN'],
])('[N19] %s', (_, language, picked) => {
  expect(pickLanguageVersion(settings, language).language).toBe(picked);
});

it.each([
  ['missing', undefined],
  ['null', null],
  ['empty', ''],
  ['blank', '  '],
  ['a number', 5],
  ['a list', ['sk']],
  ['unknown', 'tlh'],
  ['only dashes', '---'],
  ['a name', 'constructor'],
  ['too long for a tag', `sk-${'x'.repeat(40)}`],
])('[N20] takes the default when the language is %s', (_, language) => {
  expect(pickLanguageVersion(settings, language).language).toBe('EN');
});

it('[N20] is not held up by a language of a megabyte', () => {
  const pick = createLanguagePicker(settings);
  const started = performance.now();
  expect(pick('a-'.repeat(500_000)).language).toBe('EN');
  expect(performance.now() - started).toBeLessThan(1_000);
});

it('[N19] takes the first version when the default has none, and the first of two', () => {
  expect(pickLanguageVersion({ ...settings, defaultLanguage: 'fr' }, 'xx').language).toBe('sk');
  const twice = [
    { language: 'en', message: 'first' },
    { language: 'en', message: 'second' },
  ];
  expect(pickLanguageVersion({ defaultLanguage: 'en', versions: twice }, 'en').message).toBe('first');
});

it('[N19] throws where there is no version at all', () => {
  expect(() => createLanguagePicker({ defaultLanguage: 'en', versions: [] })).toThrow('at least one');
});
