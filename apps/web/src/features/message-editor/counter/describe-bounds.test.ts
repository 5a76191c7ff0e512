import { expect, it } from 'vitest';
import { describeBounds } from './describe-bounds.ts';

it.each([
  ['{% if customer.x %}Hi{% else %}Ho{% endif %}', '1 part for every customer, always GSM-7'],
  ['{% if customer.x %}ž{% else %}ťuk{% endif %}', '1 part for every customer, always Unicode'],
  [
    `{% if customer.x %}Hi{% else %}${'a'.repeat(200)}{% endif %}`,
    '1 to 2 parts, depending on the customer, always GSM-7',
  ],
  [`${'a'.repeat(200)}{{ customer.x }}`, 'At least 2 parts, depending on the customer'],
  ['{{ customer.x }}', 'Its length depends on the customer'],
  ['Hi {{ x', 'Its length is counted once the template is mended'],
])('says of %j: %s', (message, words) => {
  expect(describeBounds(message, null)).toBe(words);
});

it.each([
  [
    `{% if customer.x %}Hi{% else %}Ho{% endif %} https://heron.example/${'a'.repeat(200)}`,
    '1 part for every customer, always GSM-7',
  ],
  ['Hi {{ customer.x }} https://heron.example/', 'At least 1 part, depending on the customer'],
  ["{{ customer.x or 'https://heron.example/' }}", 'Its links are shortened for each customer'],
  ['Hi {{ x https://heron.example/', 'Its length is counted once the template is mended'],
])('says of %j with short links: %s', (message, words) => {
  expect(describeBounds(message, 'https://s.example')).toBe(words);
});
