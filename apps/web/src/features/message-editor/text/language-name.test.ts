import { expect, it } from 'vitest';
import { languageNameOf } from './language-name.ts';

it.each([
  ['en', 'English'],
  ['sk', 'Slovak'],
  ['pt_BR', 'Brazilian Portuguese'],
  ['zz', 'zz'],
  ['my own', 'my own'],
  ['', ''],
])('calls %j %j', (code, name) => {
  expect(languageNameOf(code)).toBe(name);
});
