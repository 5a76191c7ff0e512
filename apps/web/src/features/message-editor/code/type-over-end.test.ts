import { expect, it } from 'vitest';
import { typeOverEnd } from './type-over-end.ts';

const type = (text: string, typed: string): string => {
  const [before = '', after = ''] = text.split('¦');
  const over = typeOverEnd({ before, after, typed });
  if (!over) return `${before}${typed}¦${after}`;
  const kept = before.slice(0, before.length - over.eatsBefore);
  const rest = over.insert + after.slice(over.eatsAfter);
  return `${kept}${rest.slice(0, over.cursor)}¦${rest.slice(over.cursor)}`;
};

it.each([
  ['{{ x¦ }}', '}', '{{ x }¦}'],
  ['{{ x ¦ }}', '}', '{{ x }¦}'],
  ['{{ x¦}}', '}', '{{ x }¦}'],
  ['{{ x }¦}', '}', '{{ x }}¦'],
  ['{% if x¦ %}', '%', '{% if x %¦}'],
  ['{% if x %¦}', '}', '{% if x %}¦'],
])('of %j and %s makes %j', (text, typed, result) => {
  expect(type(text, typed)).toBe(result);
});

it.each([
  ['{{ x¦', '}'],
  ['{{¦', '}'],
  ["{{ 'a¦ }}", '}'],
  ['a¦ }}', '}'],
  ['{% if 10 ¦', '%'],
  ['{{ 10 ¦ }}', '%'],
  ['{% if x %}¦', '}'],
])('leaves %j and %s as typed', (text, typed) => {
  expect(type(text, typed)).toBe(text.replace('¦', `${typed}¦`));
});
