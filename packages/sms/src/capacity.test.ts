import { expect, it } from 'vitest';
import { findCapacity } from './capacity.ts';

it.each([
  ['[S8] GSM-7, 8-bit reference', 'GSM-7', '8-bit', 0, 160, 153],
  ['[S8] UCS-2, 8-bit reference', 'UCS-2', '8-bit', 0, 70, 67],
  ['[S14] GSM-7, 16-bit reference', 'GSM-7', '16-bit', 0, 160, 152],
  ['[S14] UCS-2, 16-bit reference', 'UCS-2', '16-bit', 0, 70, 66],
  ['[S15] one national table', 'GSM-7', '8-bit', 1, 155, 149],
  ['[S15] two national tables', 'GSM-7', '8-bit', 2, 152, 146],
  ['[S15] one national table, 16-bit reference', 'GSM-7', '16-bit', 1, 155, 148],
] as const)('%s', (...[, encoding, reference, shifts, single, multipart]) => {
  expect(findCapacity(encoding, reference, shifts)).toEqual({ single, multipart });
});
