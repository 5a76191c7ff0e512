import { expect, it } from 'vitest';
import { findTextChange } from './text-change.ts';

it.each([
  ['', 'abc', { from: 0, to: 0, insert: 'abc' }],
  ['abc', '', { from: 0, to: 3, insert: '' }],
  ['abcd', 'abXd', { from: 2, to: 3, insert: 'X' }],
  ['abc', 'abcd', { from: 3, to: 3, insert: 'd' }],
  ['aa', 'aaa', { from: 2, to: 2, insert: 'a' }],
  ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
  ['one two', 'two one', { from: 0, to: 7, insert: 'two one' }],
])('turns %j into %j by one change', (before, after, change) => {
  expect(findTextChange(before, after)).toEqual(change);
  expect(before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(after);
});

it('has no change for the same text', () => {
  expect(findTextChange('same', 'same')).toBeNull();
});
