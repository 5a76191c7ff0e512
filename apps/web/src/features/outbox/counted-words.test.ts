import { expect, it } from 'vitest';
import { countedMessages, countedNumber } from './counted-words.ts';

it.each([
  [{ count: 1, isMore: false }, '1', '1 message'],
  [{ count: 1_200, isMore: false }, '1,200', '1,200 messages'],
  [{ count: 10_000, isMore: true }, '10,000+', '10,000+ messages'],
  [{ count: 1, isMore: true }, '1+', '1+ messages'],
])('says how many, and whether there are more: %j', (counted, number, messages) => {
  expect([countedNumber(counted), countedMessages(counted)]).toEqual([number, messages]);
});
