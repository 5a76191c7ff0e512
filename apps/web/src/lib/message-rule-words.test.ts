import { expect, it } from 'vitest';
import { describeUtm } from './message-rule-words.ts';

const utm = { source: 'shop', medium: '', campaign: 'sale', term: '', content: '' };

it.each([
  [null, 'none'],
  ['automatic' as const, 'automatic'],
  [utm, 'shop / sale'],
  [{ ...utm, source: '', campaign: '' }, 'none'],
])('says of %j: %s', (given, words) => {
  expect(describeUtm(given)).toBe(words);
});
