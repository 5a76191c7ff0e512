import { expect, it } from 'vitest';
import { findInputFault } from './storable-input.ts';

const nested = (depth: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
};

it.each<[string, unknown, ReturnType<typeof findInputFault>]>([
  ['nothing', undefined, null],
  ['plain JSON', { a: [1, null, true, 'ž😀'] }, null],
  ['a file', new Uint8Array([0, 1]), null],
  ['a NUL in a text', { a: ['b\0'] }, 'nul'],
  ['a NUL in a name', { 'a\0': 1 }, 'nul'],
  ['half a character', ['\ud83d'], 'half_character'],
  ['half a character in a name', { '\udc00': 1 }, 'half_character'],
  ['a hundred levels', nested(100), null],
  ['one more', nested(101), 'too_deep'],
  ['as many values as the biggest scenario', { a: Array.from({ length: 399_999 }, () => 0) }, null],
  ['too many values', { a: [0], b: Array.from({ length: 400_000 }, () => 0) }, 'too_many'],
  ['a million levels', nested(1_000_000), 'too_deep'],
])('%s', (_, input, fault) => {
  expect(findInputFault(input)).toBe(fault);
});
