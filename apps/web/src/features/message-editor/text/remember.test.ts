import { expect, it } from 'vitest';
import { remember } from './remember.ts';

it('works out once what is asked again, and forgets the oldest', () => {
  const asked: string[] = [];
  const lengthOf = remember((text) => {
    asked.push(text);
    return text.length;
  });
  expect([lengthOf('ab'), lengthOf('ab'), lengthOf('abc')]).toEqual([2, 2, 3]);
  expect(asked).toEqual(['ab', 'abc']);
  for (let count = 0; count < 20; count += 1) lengthOf(`other ${count}`);
  lengthOf('ab');
  expect(asked.at(-1)).toBe('ab');
});
