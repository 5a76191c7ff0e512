import { expect, it } from 'vitest';
import { describeVersion } from './describe-version.ts';

it.each([
  ['en', 'en', 'English version'],
  ['pt', 'pt-BR', 'Portuguese version'],
  ['en', 'pl', 'English version, the default: there is none in Polish'],
  ['en', null, 'English version, the default: their language is not known'],
  ['en', ' ', 'English version, the default: their language is not known'],
])('says of %s for %j: %s', (version, own, words) => {
  expect(describeVersion(version, own)).toBe(words);
});
