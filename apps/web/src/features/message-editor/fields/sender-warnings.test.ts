import { expect, it } from 'vitest';
import { senderWarningIn, senderWarnings } from './sender-warnings.ts';

const countries = [
  { country: 'GB', customerCount: 297 },
  { country: 'IN', customerCount: 54 },
  { country: 'US', customerCount: 4 },
  { country: 'CA', customerCount: 1 },
  { country: null, customerCount: 7 },
  ...['BR', 'MX', 'CL', 'ZA', 'NZ'].map((country) => ({ country, customerCount: 2 })),
];

it('says of a text sender what becomes of it where the customers are', () => {
  expect(senderWarnings(' HeronReed ', countries)).toEqual([
    'No text sender arrives in the United States and Canada (5 customers): it is replaced, or the message refused. Use a number, or a template that gives these customers one.',
    'A text sender must be registered in India (54 customers): register “HeronReed” with your operator before you start.',
    'Some operators in Brazil, Mexico, Chile and 2 more (10 customers) replace or refuse text senders: ask yours, or use a number there.',
  ]);
});

it.each(['+447700900000', '{{ customer.shop }}', '', 'Much too long a sender'])(
  'says nothing of %j',
  (sender) => {
    expect(senderWarnings(sender, countries)).toEqual([]);
  },
);

it('says nothing where nobody is', () => {
  expect(senderWarnings('HeronReed', [{ country: 'GB', customerCount: 297 }])).toEqual([]);
});

it('says that a short code is of one country, where the customers are of several', () => {
  expect(senderWarnings('12345', countries)[0]).toContain('numbers are of 9 countries');
  expect(senderWarnings('12345', countries.slice(0, 1))).toEqual([]);
});

it.each([
  [
    'HeronReed',
    'US',
    'No text sender arrives in the United States: “HeronReed” is replaced, or the message refused.',
  ],
  ['HeronReed', 'IN', 'In India “HeronReed” arrives only once it is registered with your operator.'],
  ['HeronReed', 'BR', 'Some operators in Brazil replace or refuse text senders like “HeronReed”.'],
  ['HeronReed', 'GB', null],
  ['HeronReed', null, null],
  ['+447700900000', 'US', null],
  ['Much too long a sender', 'US', null],
])('says what becomes of %s in %s', (sender, country, words) => {
  expect(senderWarningIn(sender, country)).toBe(words);
});
