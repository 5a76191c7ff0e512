import { expect, it } from 'vitest';
import { describeLink } from './describe-link.ts';

it.each([
  [
    'https://heron.example/shop?page=1',
    'Sent as https://s.example/…: 26 units for every customer, where it has 33 units as written.',
  ],
  ['https://heron.example/{{ customer.city }}', 'Sent as https://s.example/…: 26 units for every customer.'],
])('says what becomes of %s', (link, words) => {
  expect(describeLink(link, 'https://s.example')).toEqual([words]);
});
