import { expect, it } from 'vitest';
import { literalTextOf } from './literal-text.ts';

it.each([
  ['Hello', 'Hello'],
  ['', ''],
  // As the template engine renders it: the last line break is dropped, and only that.
  ['Hello\n', 'Hello'],
  ['Hello\n\n', 'Hello\n'],
  ['a }} b', 'a }} b'],
  ['Hi {{ customer.first_name }}', null],
  ['{# a note #}Hello', null],
  ['Hi {{ cus', null],
])('reads %j as %j', (source, text) => {
  expect(literalTextOf(source)).toBe(text);
});
