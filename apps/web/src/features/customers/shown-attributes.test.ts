import { expect, it } from 'vitest';
import { shownAttributes } from './shown-attributes.ts';

it('keeps the digits of numbers', () => {
  expect(shownAttributes('{"a":20.0,"b":[12345678901234567890],"c":true,"d":"1.0","e":null}')).toEqual({
    a: '20.0',
    b: ['12345678901234567890'],
    c: true,
    d: '1.0',
    e: null,
  });
});
