import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readIncoming } from './incoming.ts';

const said = { id: 'x', from: '+31612345678', to: '1234', text: 'hi', at: null, reference: null };

it.each(['Curlew', '', '1234', '+0612345678', '31 612345678'])(
  '[P71] a text from %j, which is no number, is left alone',
  (from) => {
    expect(readIncoming({ ...said, from })).toEqual([]);
  },
);

it.each([
  ['1234', '1234'],
  ['12345678', '12345678'],
  ['0031612345678', '+31612345678'],
  ['31612345678', '+31612345678'],
  ['Cur\0lew', 'Cur lew'],
  ['x'.repeat(100_000), `${'x'.repeat(299)}…`],
])('[P71] sent to %j is to %j', (to, expected) => {
  expect(readIncoming({ ...said, to })).toMatchObject([{ to: expected }]);
});

it.each([
  ['a\0b', 'ab'],
  ['half \ud83d', 'half \ufffd'],
  ['two\nlines\t', 'two\nlines\t'],
  ['x'.repeat(100_000), 'x'.repeat(39_015)],
  [`${'x'.repeat(39_014)}👍`, `${'x'.repeat(39_014)}\ufffd`],
])('[P71] its text is whole, and can be stored', (text, expected) => {
  expect(readIncoming({ ...said, text })).toMatchObject([{ text: expected }]);
});

it('[P71] whatever is said can be stored', () => {
  const pieces = fc
    .array(fc.constantFrom('\0', '\ud83d', '\udc4d', '👍', 'a', '+', '0', '\n'))
    .map((some) => some.join(''));
  fc.assert(
    fc.property(pieces, pieces, (to, text) => {
      const [read] = readIncoming({ ...said, to, text });
      const written = `${read?.to}${read?.text}`;
      expect(written.isWellFormed() && !written.includes('\0')).toBe(true);
    }),
  );
});
