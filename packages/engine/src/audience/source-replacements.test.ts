import { applyReplacements } from '@curlew/sms';
import { expect, it } from 'vitest';
import { findSourceReplacements } from '../index.ts';

const replaceAll = (source: string): string => applyReplacements(source, findSourceReplacements(source));

it.each([
  ['in plain text', 'It’s “on”…', 'It\'s "on"...'],
  ['around syntax and not in it', '“{{ name | default(“x”) }}”', '"{{ name | default(“x”) }}"'],
  ['behind several tags', '{% if a %}–{% endif %} {{ b }}—', '{% if a %}-{% endif %} {{ b }}-'],
  ['nothing where the message stays in Unicode', '“ahoj ž”', '“ahoj ž”'],
  ['nothing where nothing is marked', 'Hello', 'Hello'],
])('[A1] replaces %s', (_, source, replaced) => {
  expect(replaceAll(source)).toBe(replaced);
});
