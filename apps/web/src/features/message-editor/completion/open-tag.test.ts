import { expect, it } from 'vitest';
import { findAssignedNames, findOpenBlocks, findOpenTag } from './open-tag.ts';

it.each([
  ['Hi', null],
  ['Hi {{ x', 'output'],
  ['Hi {%- if x', 'tag'],
  ["Hi {{ x | default('a", 'literal'],
  ["Hi {{ x | default('a')", 'output'],
  ['Hi {{ x }} and', null],
])('finds in %j the open tag %j', (before, kind) => {
  expect(findOpenTag(before)?.kind ?? null).toBe(kind);
});

it.each([
  ['', []],
  ['{% if a %}{% for b in c %}', ['if', 'for']],
  ['{% if a %}{% for b in c %}{% endfor %}', ['if']],
  ['{% if a %}{% endif %}', []],
])('knows what is open behind %j', (before, blocks) => {
  expect(findOpenBlocks(before)).toEqual(blocks);
});

it('knows the names a message has set', () => {
  expect(findAssignedNames('{% set a = 1 %}{% for b, c in d %}{%- set a = 2 %}')).toEqual(['a', 'b', 'c']);
});
