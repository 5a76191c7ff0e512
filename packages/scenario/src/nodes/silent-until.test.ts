import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { weekdays } from '../settings/calendar.ts';
import { zoneClock } from '../settings/zone-clock.ts';
import { silentUntil } from './silent-until.ts';

const at = (text: string): number => Date.parse(text);
const until = (moment: string, silence: Parameters<typeof silentUntil>[1], zone: string): string =>
  new Date(silentUntil(at(moment), silence, zone)).toISOString();
const night = { from: '21:00', to: '08:00', silentDays: [] };
const noon = { from: '12:00', to: '14:00', silentDays: [] };
const sunday = { from: '21:00', to: '08:00', silentDays: ['sun' as const] };
const prague = 'Europe/Prague';

it.each([
  ['the day', '2026-11-27T11:00:00Z', night, prague, '2026-11-27T11:00:00Z'],
  ['the evening, to the next day', '2026-11-27T20:00:00Z', night, prague, '2026-11-28T07:00:00Z'],
  ['the early morning', '2026-11-27T03:00:00Z', night, prague, '2026-11-27T07:00:00Z'],
  ['its first moment', '2026-11-27T20:00:00.000Z', night, prague, '2026-11-28T07:00:00Z'],
  ['the moment before', '2026-11-27T19:59:59.999Z', night, prague, '2026-11-27T19:59:59.999Z'],
  ['its end', '2026-11-27T07:00:00Z', night, prague, '2026-11-27T07:00:00Z'],
  ['a span within the day', '2026-11-27T11:30:00Z', noon, prague, '2026-11-27T13:00:00Z'],
  ['beside a span within the day', '2026-11-27T13:30:00Z', noon, prague, '2026-11-27T13:30:00Z'],
  ['the night before a silent day', '2026-11-28T20:30:00Z', sunday, prague, '2026-11-30T07:00:00Z'],
  ['a silent day', '2026-11-29T12:00:00Z', sunday, prague, '2026-11-30T07:00:00Z'],
  [
    'days of rest',
    '2026-11-28T12:00:00Z',
    { from: '08:00', to: '08:00', silentDays: ['sat' as const, 'sun' as const] },
    prague,
    '2026-11-29T23:00:00Z',
  ],
  [
    'another zone, where it is day',
    '2026-11-27T21:00:00Z',
    night,
    'America/New_York',
    '2026-11-27T21:00:00Z',
  ],
  ['a half-hour zone', '2026-11-27T16:00:00Z', night, 'Asia/Kolkata', '2026-11-28T02:30:00Z'],
])('[N98] in %s', (...[, moment, silence, zone, end]) => {
  expect(until(moment, silence, zone)).toBe(new Date(end).toISOString());
});

it.each([
  ['the night that is an hour shorter', '2026-03-28T21:00:00Z', night, prague, '2026-03-29T06:00:00Z'],
  ['the night that is an hour longer', '2026-10-24T20:00:00Z', night, prague, '2026-10-25T07:00:00Z'],
  [
    'an end that the clock leaves out: when it is put forward',
    '2026-03-29T00:00:00Z',
    { from: '21:00', to: '02:30', silentDays: [] },
    prague,
    '2026-03-29T01:00:00Z',
  ],
  [
    'an end that it shows twice: the first',
    '2026-10-24T22:00:00Z',
    { from: '21:00', to: '02:30', silentDays: [] },
    prague,
    '2026-10-25T00:30:00Z',
  ],
  [
    'who comes after the clock is put back into the silence',
    '2026-10-25T01:10:00Z',
    { from: '21:00', to: '02:30', silentDays: [] },
    prague,
    '2026-10-25T01:30:00Z',
  ],
  [
    'New York in spring',
    '2026-03-08T06:30:00Z',
    { from: '22:00', to: '02:15', silentDays: [] },
    'America/New_York',
    '2026-03-08T07:00:00Z',
  ],
])('[N98] %s', (...[, moment, silence, zone, end]) => {
  expect(until(moment, silence, zone)).toBe(new Date(end).toISOString());
});

it('[N98] ends at the first moment that is not silent', () => {
  const anyTime = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const anySilence = fc.record({
    from: anyTime,
    to: anyTime,
    silentDays: fc.subarray([...weekdays], { maxLength: 4 }),
  });
  const minuteMs = 60_000;
  const dayMs = 1_440 * minuteMs;
  const anyCase = fc.record({
    // Days on which clocks change are among the usual ones.
    day: fc.constantFrom('2026-03-28', '2026-10-24', '2026-03-07', '2026-11-01', '2026-04-04', '2026-06-10'),
    minute: fc.integer({ min: 0, max: 2_880 }),
    zone: fc.constantFrom('UTC', prague, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
    silence: anySilence,
  });
  fc.assert(
    fc.property(anyCase, ({ day, minute, zone, silence }) => {
      const { wallOf } = zoneClock(zone);
      const isSilent = (moment: number): boolean => {
        const clock = new Date(wallOf(moment)).toISOString();
        const weekday = weekdays[(new Date(wallOf(moment)).getUTCDay() + 6) % 7];
        if (silence.silentDays.some((silent) => silent === weekday)) return true;
        const time = clock.slice(11, 16);
        const { from, to } = silence;
        return from <= to ? time >= from && time < to : time >= from || time < to;
      };
      const start = at(`${day}T00:00:00Z`) + minute * minuteMs;
      const end = silentUntil(start, silence, zone);
      expect(isSilent(end)).toBe(false);
      for (let moment = start; moment < end; moment += 15 * minuteMs) expect(isSilent(moment)).toBe(true);
      expect(end === start || isSilent(end - 1)).toBe(true);
      expect(end - start).toBeLessThan(7 * dayMs);
    }),
    { numRuns: 200 },
  );
});

it('[N98] asks again in a week about a silence that never ends', () => {
  const always = { from: '21:00', to: '08:00', silentDays: [...weekdays] };
  expect(until('2026-11-27T12:00:00Z', always, prague)).toBe('2026-12-04T12:00:00.000Z');
});
