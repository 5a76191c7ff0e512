import { expect, it } from 'vitest';
import { describeOrder } from './order-words.ts';

it.each([
  [{ asked: 2000, cancelled: 500, tooLate: null }, '500 of 2,000 messages cancelled so far'],
  [{ asked: 1, cancelled: 1, tooLate: 0 }, '1 message cancelled'],
  [
    { asked: 2000, cancelled: 1999, tooLate: 1 },
    '1,999 messages cancelled. For 1 it came too late: it had left or ended by then',
  ],
  [
    { asked: 2, cancelled: 0, tooLate: 2 },
    '0 messages cancelled. For 2 it came too late: they had left or ended by then',
  ],
])('%j is told as %s', (order, words) => {
  expect(describeOrder(order)).toBe(words);
});
