import { expect, it } from 'vitest';
import { groupCells } from './group-cells.ts';

const cells = [
  { country: 'SK', language: 'sk', messages: 2, parts: 2 },
  { country: 'SK', language: 'en', messages: 1, parts: 3 },
  { country: null, language: 'en', messages: 4, parts: 4 },
];

it.each([
  [
    'country',
    [
      ['SK', 3, 5],
      [null, 4, 4],
    ],
  ],
  [
    'language',
    [
      ['en', 5, 7],
      ['sk', 2, 2],
    ],
  ],
] as const)('groups by %s, the most parts first', (by, expected) => {
  expect(groupCells(cells, by).map(({ key, messages, parts }) => [key, messages, parts])).toEqual(expected);
});
