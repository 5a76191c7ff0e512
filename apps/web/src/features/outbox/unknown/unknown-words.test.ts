import { expect, it } from 'vitest';
import { addAsked, describeAsked, describeSettled } from './unknown-words.ts';

const silent = 'Carrier did not say: no answer.';

it.each([
  [{ sent: 0, stays: [] }, 'None of these messages is unknown any more.'],
  [{ sent: 1, stays: [] }, '1 message was sent, says the operator.'],
  [
    { sent: 2, stays: [{ messages: 1, why: silent }] },
    '2 messages were sent, says the operator. 1 message stays unknown: Carrier did not say: no answer.',
  ],
  [
    { sent: 0, stays: [{ messages: 1200, why: silent }] },
    '1,200 messages stay unknown: Carrier did not say: no answer.',
  ],
])('%j is told as %s', (asked, words) => {
  expect(describeAsked(asked)).toBe(words);
});

it('adds up what came of several calls, each reason once', () => {
  const one = { sent: 1, stays: [{ messages: 2, why: silent }] };
  expect(addAsked(one, one)).toEqual({ sent: 2, stays: [{ messages: 4, why: silent }] });
});

it.each([
  [0, 'sent', 'None of these messages is unknown any more: nothing was changed.'],
  [1, 'sent', '1 message is taken as sent.'],
  [2, 'failed', '2 messages are taken as not sent.'],
] as const)('%i taken as %s', (count, as, words) => {
  expect(describeSettled(count, as)).toBe(words);
});
