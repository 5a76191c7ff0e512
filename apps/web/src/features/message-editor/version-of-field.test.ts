import { expect, it } from 'vitest';
import { versionOfField } from './version-of-field.ts';

it.each([
  [null, 0],
  ['sender', 0],
  ['versions.2.message', 2],
])('opens for the field %j the version %i', (field, version) => {
  expect(versionOfField(field)).toBe(version);
});
