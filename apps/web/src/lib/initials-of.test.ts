import { expect, it } from 'vitest';
import { initialsOf } from './initials-of.ts';

it.each([
  ['Jana Nováková', 'JN'],
  ['jana', 'J'],
  ['Ana María de la Cruz', 'AC'],
  ['  ', ''],
  ['王小明', '王'],
  ['E\u0301mile Zola', 'E\u0301Z'],
])('%s is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
