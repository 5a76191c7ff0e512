import type { Weekday } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { silentSpans } from './silent-spans.ts';

const none: Weekday[] = [];

it.each([
  [
    'over midnight',
    { from: '21:00', to: '08:00', silentDays: none },
    [
      [0, 480],
      [1260, 1440],
    ],
  ],
  ['until midnight', { from: '21:00', to: '00:00', silentDays: none }, [[1260, 1440]]],
  ['at noon', { from: '12:00', to: '13:30', silentDays: none }, [[720, 810]]],
  ['never', { from: '08:00', to: '08:00', silentDays: none }, []],
  ['with a time unfinished', { from: '', to: '08:00', silentDays: none }, []],
  ['all day', { from: '08:00', to: '08:00', silentDays: ['mon' as const] }, [[0, 1440]]],
  ['on another day', { from: '12:00', to: '13:00', silentDays: ['tue' as const] }, [[720, 780]]],
])('is silent %s', (_, settings, spans) => {
  expect(silentSpans(settings, 'mon').map(({ from, to }) => [from, to])).toEqual(spans);
});
