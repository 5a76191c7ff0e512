import { nodeKinds } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { findKinds } from './find-kinds.ts';

const kindsFound = (text: string): string[] =>
  findKinds(text).flatMap(({ kinds }) => kinds.map(({ kind }) => kind));

it('finds every kind without a text, by family in order', () => {
  expect(findKinds('').map(({ family }) => family)).toEqual(['trigger', 'flow', 'message', 'data']);
  expect(new Set(kindsFound(''))).toEqual(new Set(Object.keys(nodeKinds)));
});

it.each([
  ['by title', 'a/b', ['split']],
  ['by hint', 'birthday', ['date_attribute']],
  ['by another word', 'delay', ['wait']],
  ['by what it speaks', 'http', ['api', 'webhook']],
  ['whatever the case', 'SMS', ['sms']],
  ['by several words in any order', 'customer writes', ['set_attribute']],
  ['with blanks around', '  limit ', ['limit']],
  ['nothing', 'fax', []],
])('finds %s', (_, text, kinds) => {
  expect(kindsFound(text)).toEqual(kinds);
});
