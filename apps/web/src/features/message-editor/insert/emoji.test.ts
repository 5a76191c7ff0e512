import { expect, it } from 'vitest';
import { describeEmojiCost, unitsOf } from './describe-emoji-cost.ts';
import { emoji } from './emoji.ts';
import { findEmoji } from './find-emoji.ts';

it('lists some hundred emoji, each once and each one character to read', () => {
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });
  expect(emoji.length).toBeGreaterThan(300);
  expect(new Set(emoji.map(({ character }) => character)).size).toBe(emoji.length);
  for (const { character, name } of emoji) {
    expect([character, [...segments.segment(character)].length]).toEqual([character, 1]);
    expect(name).not.toBe('');
  }
});

it.each([
  ['thumbs', '👍'],
  ['heart', '❤️'],
  ['love heart yellow', '💛'],
  ['sale', '🔥'],
  ['🎁', '🎁'],
])('finds by %j', (search, character) => {
  expect(findEmoji(search).map((one) => one.character)).toContain(character);
});

it('puts what begins so first', () => {
  expect(findEmoji('car')[0]?.character).toBe('🚗');
  expect(findEmoji('no such thing')).toEqual([]);
});

it.each([
  ['👍', 2],
  ['❤️', 2],
  ['🇨🇿', 4],
])('counts the units of %s', (character, units) => {
  expect(unitsOf(character)).toBe(units);
});

it.each([
  [null, '2 units. It turns the message to Unicode: a part then holds 70 units, not 160'],
  ['a'.repeat(100), '2 units. It turns the message to Unicode: 1 part becomes 2'],
  ['a'.repeat(20), '2 units. It turns the message to Unicode: still 1 part'],
  ['ž', '2 units, still 1 part'],
  ['ž'.repeat(70), '2 units, 1 part becomes 2'],
])('says what it costs in %j', (text, words) => {
  expect(describeEmojiCost('👍', text)).toBe(words);
});
