import { expect, it } from 'vitest';
import { addTag } from './tags-field.tsx';

const twenty = Array.from({ length: 20 }, (_, index) => `tag ${index}`);

it.each([
  [[], ' vip ', { tags: ['vip'] }],
  [['vip'], 'VIP', { tags: ['vip'] }],
  [['vip'], 'sale', { tags: ['vip', 'sale'] }],
  [['vip'], ' ', { tags: ['vip'], problem: 'Type a tag' }],
  [[], 'x'.repeat(41), { tags: [], problem: 'A tag has at most 40 characters' }],
  [twenty, 'one more', { tags: twenty, problem: 'A scenario has at most 20 tags' }],
  [twenty, 'Tag 3', { tags: twenty }],
])('%j and %j', (tags, typed, expected) => {
  expect(addTag(tags, typed)).toEqual(expected);
});
