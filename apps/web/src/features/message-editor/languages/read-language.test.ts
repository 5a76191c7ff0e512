import { expect, it } from 'vitest';
import { readLanguage } from './read-language.ts';

it.each([
  ['Slovak', 'sk'],
  [' slovak ', 'sk'],
  ['SK', 'sk'],
  ['pt_br', 'pt-BR'],
  ['gsw-CH', 'gsw-CH'],
])('reads %j as %s', (text, language) => {
  expect(readLanguage(text, ['en'])).toEqual({ ok: true, language });
});

it.each([
  ['', 'Choose a language, or type a tag such as sk or pt-BR'],
  ['no language', '“no language” is no language: choose one, or type a tag such as sk or pt-BR'],
  ['EN', '“EN” has a version already: choose another language'],
  ['pt-br', '“pt-br” has a version already: choose another language'],
])('refuses %j in words', (text, message) => {
  expect(readLanguage(text, ['en', 'pt_BR'])).toEqual({ ok: false, message });
});
