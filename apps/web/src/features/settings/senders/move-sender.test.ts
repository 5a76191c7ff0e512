import { expect, it } from 'vitest';
import { moveSender } from './move-sender.ts';

it('changes places with its neighbour, and stays at the ends', () => {
  expect(moveSender(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moveSender(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moveSender(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moveSender(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});
