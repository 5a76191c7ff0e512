import { expect, it } from 'vitest';
import { cutText } from './cut-text.ts';
import { findPartBorders, markText } from './message-marks.ts';

it('cuts at marks and at borders, a border inside a mark too', () => {
  const pieces = cutText('abcdef', [{ kind: 'unicode', start: 1, end: 4 }], [2]);
  expect(pieces).toEqual([
    { start: 0, text: 'a', kind: null, opensPart: null },
    { start: 1, text: 'b', kind: 'unicode', opensPart: null },
    { start: 2, text: 'cd', kind: 'unicode', opensPart: 2 },
    { start: 4, text: 'ef', kind: null, opensPart: null },
  ]);
});

it('gives nothing for an empty text', () => {
  expect(cutText('', [])).toEqual([]);
});

it.each(['Plain', 'ž€\n[x] 👍 — end', 'ž'.repeat(200), 'a€'.repeat(150)])('loses nothing of %j', (text) => {
  const pieces = cutText(text, markText(text), findPartBorders(text));
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});
