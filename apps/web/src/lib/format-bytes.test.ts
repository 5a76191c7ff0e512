import { expect, it } from 'vitest';
import { formatBytes } from './format-bytes.ts';

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [245_678, '246 kB'],
  [1_234_567, '1.23 MB'],
  [52_428_800, '52.4 MB'],
  [7e12, '7,000 GB'],
])('writes %i as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
