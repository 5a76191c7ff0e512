import { expect, it } from 'vitest';
import { withoutNumbers } from './without-numbers.ts';

it.each([
  ['to[3] +447700900123 is wrong', 'to[3] … is wrong'],
  ['447700900123', '…'],
  ['07700 900-123, (020) 7946 0999', '…, (…'],
  ['code 40003 after 30 s', 'code 40003 after 30 s'],
  ['no number', 'no number'],
])('%s', (text, clean) => {
  expect(withoutNumbers(text)).toBe(clean);
});
