import { expect, it } from 'vitest';
import type { MessageRow } from './store.ts';
import { splitBySilence } from './silence.ts';

const messageIn = (id: string, timeZone: string | null): MessageRow =>
  // No more than this is asked of a message.
  ({
    id,
    silentHours: timeZone === null ? null : { from: '21:00', to: '08:00', silentDays: [], timeZone },
  }) as MessageRow;

it('tells whom it would wake, and until when each of them sleeps', () => {
  const messages = [
    messageIn('a', 'Europe/London'),
    messageIn('b', 'Europe/Prague'),
    messageIn('c', null),
    messageIn('d', 'Europe/Prague'),
    messageIn('e', 'Asia/Tokyo'),
  ];
  const { awake, asleep } = splitBySilence(messages, new Date('2026-11-30T20:30:00Z'));
  expect(awake.map(({ id }) => id)).toEqual(['a', 'c']);
  expect([...asleep]).toEqual([
    [Date.parse('2026-12-01T07:00:00Z'), ['b', 'd']],
    [Date.parse('2026-11-30T23:00:00Z'), ['e']],
  ]);
});

it('is over on the minute', () => {
  const at = (time: string) =>
    splitBySilence([messageIn('a', 'UTC')], new Date(`2026-11-30T${time}Z`)).awake.length;
  expect(['20:59:59', '21:00:00', '07:59:59', '08:00:00'].map(at)).toEqual([1, 0, 0, 1]);
});
