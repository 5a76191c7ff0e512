import { expect, it } from 'vitest';
import { hasInvisible } from './has-invisible.ts';

it.each([
  ['campaign', false],
  ['odoslaná správa', false],
  ['\u200b', true],
  ['e\u202evil', true],
  ['a\u0000b', true],
  ['a\nb', true],
])('[H23] %j holds a character that nobody sees: %s', (text, expected) => {
  expect(hasInvisible(text)).toBe(expected);
});
