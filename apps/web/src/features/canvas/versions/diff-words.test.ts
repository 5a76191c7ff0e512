import { expect, it } from 'vitest';
import { diffWords } from './diff-words.ts';

const written = (before: string, after: string): string =>
  diffWords(before, after)
    .map(({ how, text }) => (how === 'same' ? text : how === 'added' ? `[+${text}]` : `[-${text}]`))
    .join('');

it.each([
  ['', '', ''],
  ['Hi Jana', 'Hi Jana', 'Hi Jana'],
  ['', 'Hi', '[+Hi]'],
  ['Hi', '', '[-Hi]'],
  ['20 % off today', '30 % off today', '[-20][+30] % off today'],
  ['Hi, see you', 'Hi Jana, see you soon', 'Hi[+ Jana], see you[+ soon]'],
  ['one two three', 'one three', 'one [-two ]three'],
  ['Žltý kôň', 'Žltá kôň', '[-Žltý][+Žltá] kôň'],
  ['a b c', 'x y z', '[-a][+x] [-b][+y] [-c][+z]'],
  ['Hi 👋🏽 there', 'Hi there', 'Hi [-👋🏽 ]there'],
])('%j, %j', (before, after, expected) => {
  expect(written(before, after)).toBe(expected);
});

it('loses nothing of either text', () => {
  const before = 'Hello {{ customer.first_name }},\nyour order   is on its way: https://example.com/a';
  const after = 'Hi {{ customer.first_name }},\nyour parcel is at the door.';
  const pieces = diffWords(before, after);
  const side = (gone: string) => pieces.flatMap(({ how, text }) => (how === gone ? [] : [text])).join('');
  expect(side('added')).toBe(before);
  expect(side('removed')).toBe(after);
});

it('shows very long texts that have nothing in common as replaced', () => {
  const [before, after] = ['a '.repeat(2_000), 'b '.repeat(2_000)];
  expect(diffWords(before, after).map(({ how }) => how)).toEqual(['removed', 'added', 'same']);
});
