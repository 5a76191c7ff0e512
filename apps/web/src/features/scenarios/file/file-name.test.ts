import { expect, it } from 'vitest';
import { fileNameOf } from './file-name.ts';

it.each([
  ['Summer sale', 'Summer sale.curlew.json'],
  ['50 % off: A/B "test"?', '50 % off A B test.curlew.json'],
  ['../../etc', 'etc.curlew.json'],
  ['...', 'scenario.curlew.json'],
  ['Žluťoučký 日本', 'Žluťoučký 日本.curlew.json'],
  [`${'x'.repeat(99)}😀`, `${'x'.repeat(99)}.curlew.json`],
])('%s is kept as %s', (name, expected) => {
  expect(fileNameOf(name)).toBe(expected);
});
