import { expect, it } from 'vitest';
import { tabOfField } from './tab-of-field.ts';

it.each([
  [null, 'editor'],
  ['sender', 'editor'],
  ['versions.2.message', 'editor'],
  ['defaultLanguage', 'editor'],
  ['consentCategoryId', 'settings'],
  ['maximumParts', 'settings'],
  ['silentHours.value.from', 'settings'],
  ['eventProperties.0.value', 'settings'],
])('opens for the field %j the view %s', (field, tab) => {
  expect(tabOfField(field)).toBe(tab);
});
