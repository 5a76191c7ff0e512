import { applyReplacements } from '@curlew/sms';
import { expect, it } from 'vitest';
import { describeSaving, findSourceReplacements } from './source-replacements.ts';

const replaceAll = (source: string): string => applyReplacements(source, findSourceReplacements(source));

it.each([
  ['in plain text', 'It’s “on”…', 'It\'s "on"...'],
  ['around syntax and not in it', '“{{ name | default(“x”) }}”', '"{{ name | default(“x”) }}"'],
  ['behind several tags', '{% if a %}–{% endif %} {{ b }}—', '{% if a %}-{% endif %} {{ b }}-'],
  ['nothing where the message stays in Unicode', '“ahoj ž”', '“ahoj ž”'],
  ['nothing where nothing is marked', 'Hello', 'Hello'],
])('replaces %s', (_, source, replaced) => {
  expect(replaceAll(source)).toBe(replaced);
});

it.each([
  ['parts', `${'a'.repeat(100)}’`, '2 parts become 1'],
  ['the encoding', 'It’s', 'Unicode becomes GSM-7'],
  ['units', 'a|b', 'saves 1 unit'],
  ['units', '[cash]', 'saves 2 units'],
  [
    'no parts for a template, whose length nobody knows',
    `${'a'.repeat(100)}’{{ x }}`,
    'Unicode becomes GSM-7',
  ],
])('says what is saved in %s', (_, source, words) => {
  expect(describeSaving(source, findSourceReplacements(source))).toBe(words);
});
