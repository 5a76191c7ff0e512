import { expect, it } from 'vitest';
import { describeSender } from './describe-sender.ts';

it.each([
  ['Curlew', 'Customers cannot reply to a text sender.'],
  [' Curlew ', 'Customers cannot reply to a text sender.'],
  ['+420601234567', 'Customers can reply where the operator carries replies to this number.'],
  ['{{ customer.shop }}', 'Filled in for each customer: up to 11 letters and digits, or a number.'],
  ['', null],
  ['Much too long', null],
])('says of the sender %j: %j', (sender, words) => {
  expect(describeSender(sender)).toBe(words);
});
