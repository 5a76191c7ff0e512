import { expect, it } from 'vitest';
import { markTemplate } from '../text/message-marks.ts';
import { findMarkedCharacter } from './find-marked-character.ts';

const at = (source: string, place: number) => findMarkedCharacter(source, markTemplate(source), place);

it('finds a marked character with its replacement', () => {
  expect(at('It’s', 2)).toMatchObject({
    kind: 'unicode',
    text: '’',
    start: 2,
    end: 3,
    replacement: { to: "'" },
  });
  expect(at('a [b]', 2)).toMatchObject({ kind: 'extension', text: '[', replacement: { to: '(' } });
});

it('finds a character without one', () => {
  expect(at('ž', 0)).toMatchObject({ kind: 'unicode', text: 'ž', replacement: null });
});

it.each([1, 2])('takes an emoji whole, from either half (%i)', (place) => {
  expect(at('a👍', place)).toMatchObject({ text: '👍', start: 1, end: 3 });
});

it.each([
  ['plain text', 'abc', 1],
  ['template syntax', '{{ x }}', 3],
  ['the end of the text', 'ž', 1],
])('finds nothing in %s', (_, source, place) => {
  expect(at(source, place)).toBeNull();
});
