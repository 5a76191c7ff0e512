import { expect, it } from 'vitest';
import { markTemplate } from '../text/message-marks.ts';
import { nextMarkedPlace } from './explain-next.ts';

const source = 'It’s {{ x }} “on”';

it.each([
  ['the first mark', 0, 2],
  ['the mark at the cursor', 2, 2],
  ['a place within a mark', 7, 7],
  ['the one after the mark', 12, 13],
  ['the first again behind the last', 17, 2],
])('finds %s', (_, from, place) => {
  expect(nextMarkedPlace(markTemplate(source), from)).toBe(place);
});

it('finds nothing in plain text', () => {
  expect(nextMarkedPlace(markTemplate('Plain'), 0)).toBeNull();
});
