import { findSourceReplacements } from '@curlew/engine';
import { expect, it } from 'vitest';
import { describeSaving } from './describe-saving.ts';

it.each([
  ['parts', `${'a'.repeat(100)}’`, '2 parts become 1'],
  ['the encoding', 'It’s', 'Unicode becomes GSM-7'],
  ['units', 'a|b', 'saves 1 unit'],
  ['units', '[cash]', 'saves 2 units'],
  [
    'no parts for a template, whose length nobody knows',
    `${'a'.repeat(100)}’{{ x }}`,
    'as written, Unicode becomes GSM-7',
  ],
])('says what is saved in %s', (_, source, words) => {
  expect(describeSaving(source, findSourceReplacements(source))).toBe(words);
});
