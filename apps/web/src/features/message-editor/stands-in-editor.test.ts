import { expect, it } from 'vitest';
import { standsInEditor } from './stands-in-editor.ts';

it.each([
  [null, false],
  ['name', false],
  ['sender', false],
  ['versions.0.message', true],
  ['consentCategoryId', true],
  ['silentHours.value', true],
])('says of the field %j: %j', (field, stands) => {
  expect(standsInEditor(field)).toBe(stands);
});
