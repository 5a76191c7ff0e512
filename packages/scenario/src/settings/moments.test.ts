import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { momentOnClock, nextTimeOfDay, weekdays, type Weekday } from '../index.ts';
import { isDay } from './calendar.ts';

const bratislava = 'Europe/Bratislava';
const newYork = 'America/New_York';
const lordHowe = 'Australia/Lord_Howe';
const saoPaulo = 'America/Sao_Paulo';
const casablanca = 'Africa/Casablanca';

it.each([
  ['a day of winter', bratislava, '2026-01-15', '09:00', '2026-01-15T08:00Z'],
  ['a leap day', bratislava, '2028-02-29', '00:00', '2028-02-28T23:00Z'],
  ['a time that is skipped', bratislava, '2026-03-29', '02:30', '2026-03-29T01:30Z'],
  ['the first time that is skipped', bratislava, '2026-03-29', '02:00', '2026-03-29T01:00Z'],
  ['the first time after it', bratislava, '2026-03-29', '03:00', '2026-03-29T01:00Z'],
  ['a time that comes twice', bratislava, '2026-10-25', '02:30', '2026-10-25T00:30Z'],
  ['a time that is skipped', newYork, '2026-03-08', '02:15', '2026-03-08T07:15Z'],
  ['a time that comes twice', newYork, '2026-11-01', '01:30', '2026-11-01T05:30Z'],
  ['half an hour that is skipped', lordHowe, '2026-10-04', '02:15', '2026-10-03T15:45Z'],
  ['half an hour that comes twice', lordHowe, '2026-04-05', '01:45', '2026-04-04T14:45Z'],
  ['a midnight that is skipped', saoPaulo, '2018-11-04', '00:00', '2018-11-04T03:00Z'],
  ['an evening that comes twice', saoPaulo, '2018-02-17', '23:30', '2018-02-18T01:30Z'],
  ['a time that is skipped', casablanca, '2026-03-22', '02:30', '2026-03-22T02:30Z'],
  ['a time that comes twice', casablanca, '2026-02-15', '02:30', '2026-02-15T01:30Z'],
  ['a day that is skipped', 'Pacific/Apia', '2011-12-30', '09:00', '2011-12-30T19:00Z'],
])('[N102] finds %s in %s', (...[, zone, date, time, moment]) => {
  expect(new Date(momentOnClock(date, time, zone)).toISOString()).toBe(new Date(moment).toISOString());
});

it('[N102] takes a day that does not exist for a bug', () => {
  expect(() => momentOnClock('2026-02-29', '09:00', 'UTC')).toThrow('2026-02-29');
});

// The clock as the runtime shows it, one moment at a time.
const show = (moment: number, timeZone: string): string =>
  new Date(moment).toLocaleString('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });

const anyZone = fc.constantFrom(bratislava, newYork, lordHowe, saoPaulo, casablanca, 'America/St_Johns');
const two = (number: number): string => String(number).padStart(2, '0');
const anyTime = fc
  .tuple(fc.oneof(fc.constantFrom(0, 1, 2, 3, 23), fc.nat(23)), fc.nat(59))
  .map(([hour, minute]) => `${two(hour)}:${two(minute)}`);
const anyDate = fc
  .tuple(
    fc.integer({ min: 1_995, max: 2_034 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`)
  .filter(isDay);

it('[N102] finds the first moment that shows the time, or one as much later as the clock skips', () => {
  fc.assert(
    fc.property(anyZone, anyDate, anyTime, (zone, date, time) => {
      const moment = momentOnClock(date, time, zone);
      const wanted = `${date} ${time}`;
      const utc = Date.parse(`${date}T${time}Z`);
      // Every moment of the day around that shows the time, to the minute.
      const shown: number[] = [];
      for (let at = utc - 15 * 3_600_000; at <= utc + 15 * 3_600_000; at += 900_000)
        if (show(at, zone) === wanted) shown.push(at);
      const [first] = shown;
      expect(moment).toBe(first ?? moment);
      expect(show(moment, zone) > wanted).toBe(first === undefined);
    }),
    { numRuns: 150 },
  );
});

it.each<[string, string, string, string, Weekday[], string]>([
  ['later that day', bratislava, '2026-11-22T07:00Z', '09:00', [], '2026-11-22T08:00Z'],
  [
    'the next day, who comes at that very moment',
    bratislava,
    '2026-11-22T08:00Z',
    '09:00',
    [],
    '2026-11-23T08:00Z',
  ],
  ['the moment after', bratislava, '2026-11-22T07:59:59.999Z', '09:00', [], '2026-11-22T08:00Z'],
  ['a week later', bratislava, '2026-11-22T08:00Z', '09:00', ['sun'], '2026-11-29T08:00Z'],
  ['the next of several days', bratislava, '2026-11-22T08:00Z', '09:00', ['fri', 'wed'], '2026-11-25T08:00Z'],
  ['across the change, by the clock', bratislava, '2026-03-28T08:00Z', '09:00', [], '2026-03-29T07:00Z'],
  ['a week across the change', bratislava, '2026-10-19T07:00Z', '09:00', ['mon'], '2026-10-26T08:00Z'],
  ['a time that is skipped', bratislava, '2026-03-29T00:45Z', '02:30', ['sun'], '2026-03-29T01:30Z'],
  [
    'a time that is skipped, just after the change',
    bratislava,
    '2026-03-29T01:10Z',
    '02:30',
    [],
    '2026-03-29T01:30Z',
  ],
  [
    'the next day, between two that show the time',
    bratislava,
    '2026-10-25T00:45Z',
    '02:30',
    [],
    '2026-10-26T01:30Z',
  ],
  ['across a midnight that is skipped', saoPaulo, '2018-11-03T12:00Z', '00:00', ['sun'], '2018-11-04T03:00Z'],
  ['by the weekday of the zone', lordHowe, '2026-11-22T14:00Z', '00:30', ['mon'], '2026-11-29T13:30Z'],
  ['past a change for a month', casablanca, '2026-02-14T12:00Z', '12:30', ['sun'], '2026-02-15T12:30Z'],
])('[N103] comes %s', (...[, zone, after, time, days, moment]) => {
  const next = nextTimeOfDay(Date.parse(after), { time, weekdays: days }, zone);
  expect(new Date(next).toISOString()).toBe(new Date(moment).toISOString());
});

it('[N103] is the first of such moments that is later', () => {
  const dayMs = 86_400_000;
  fc.assert(
    fc.property(anyZone, anyDate, anyTime, fc.nat(dayMs), fc.subarray([...weekdays]), (...some) => {
      const [zone, date, time, into, wanted] = some;
      const after = Date.parse(`${date}T00:00Z`) + into;
      const days = Array.from({ length: 14 }, (_, index) =>
        new Date(Date.parse(`${date}T00:00Z`) + (index - 3) * dayMs).toISOString().slice(0, 10),
      );
      const moments = days
        .filter((day) => {
          const name = weekdays[(new Date(day).getUTCDay() + 6) % 7];
          return wanted.length === 0 || (name !== undefined && wanted.includes(name));
        })
        .map((day) => momentOnClock(day, time, zone))
        .filter((moment) => moment > after);
      expect(nextTimeOfDay(after, { time, weekdays: wanted }, zone)).toBe(Math.min(...moments));
    }),
    { numRuns: 500 },
  );
});
