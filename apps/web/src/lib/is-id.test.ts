import { expect, it } from 'vitest';
import { isId } from './is-id.ts';

it.each([
  ['01a20298-0db7-76f2-81f1-4b46334fcf74', true],
  ['01A20298-0DB7-76F2-81F1-4B46334FCF74', true],
  ['01a20298-0db7-76f2-81f1-4b46334fcf7', false],
  ['import', false],
  ['', false],
])('takes %j for an id: %j', (text, is) => expect(isId(text)).toBe(is));
