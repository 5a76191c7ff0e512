import { expect, it } from 'vitest';
import { readTypedProperties } from './read-typed-event.ts';

it.each([
  ['{"total": 12, "items": [{"name": "Mug"}]}', { total: 12, items: [{ name: 'Mug' }] }],
  [' {} ', {}],
])('reads %s', (text, properties) => {
  expect(readTypedProperties(text)).toEqual({ ok: true, properties });
});

it.each([
  ['{"total": 12', 'Line 1, column 13: the text ends too early: close what is open'],
  ['{"total":\n twelve}', 'Line 2, column 2: this is not JSON'],
  ['', 'Line 1, column 1: the text ends too early: close what is open'],
  ['[1]', 'Type an object: names and values between { and }'],
  ['7', 'Type an object: names and values between { and }'],
])('says what is wrong with %j', (text, message) => {
  expect(readTypedProperties(text)).toEqual({ ok: false, message });
});
