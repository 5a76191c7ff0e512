import * as fc from 'fast-check';
import { calendarDate } from '@curlew/jinja';
import { expect, it } from 'vitest';
import {
  countDays,
  createDayCounter,
  describeDay,
  describeTime,
  isDay,
  isTime,
  nameWeekdays,
  readDay,
} from './calendar.ts';
import { describeDuration } from './duration.ts';
import { findDayIssues, findDurationIssues, findTimeIssues, findZoneIssues } from './field-issues.ts';
import { describeReentry, findReentryIssues } from './reentry.ts';
import { describeTimeZone, isClock, isTimeZone } from './time-zone.ts';

it.each([
  ['2026-11-30', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['0000-01-01', false],
  ['0001-01-01', true],
  ['2026-1-1', false],
  ['2026-11-30T00:00', false],
  [' 2026-11-30', false],
])('[N30] %j is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

it.each([
  ['00:00', true],
  ['23:59', true],
  ['24:00', false],
  ['9:00', false],
  ['12:60', false],
  ['', false],
])('[N30] %j is a time: %s', (text, expected) => {
  expect(isTime(text)).toBe(expected);
});

it('[N30] says what is wrong with a day or a time', () => {
  expect(findDayIssues('', 'date')).toMatchObject([{ code: 'date_missing', field: 'date' }]);
  expect(findDayIssues('2026-02-30', 'date')).toMatchObject([{ code: 'date_invalid', field: 'date' }]);
  expect(findTimeIssues('', 'time')).toMatchObject([{ code: 'time_missing', field: 'time' }]);
  expect(findTimeIssues('25:00', 'time')).toMatchObject([{ code: 'time_invalid', field: 'time' }]);
  expect([...findDayIssues('2026-02-28', 'date'), ...findTimeIssues('00:30', 'time')]).toEqual([]);
});

it('[N25] writes days, times and weekdays', () => {
  expect(describeDay('2026-11-03')).toBe('3 Nov 2026');
  expect(describeDay('soon')).toBe('soon');
  expect([describeTime('09:00'), describeTime('00:05'), describeTime('19:30')]).toEqual([
    '9:00',
    '0:05',
    '19:30',
  ]);
  expect(nameWeekdays(['fri'])).toBe('Friday');
  expect(nameWeekdays(['sun', 'mon', 'sun'])).toBe('Mon, Sun');
});

it('[N49] counts days as the calendar does', () => {
  const anyDay = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(anyDay, (date) => {
      const text = date.toISOString().slice(0, 10);
      expect(countDays(text)).toBe(Math.floor(date.getTime() / 86_400_000));
      expect(createDayCounter('UTC')(date.getTime())).toBe(countDays(text));
    }),
  );
});

const nearlyDate = fc
  .tuple(
    fc.constantFrom('2026-11-30', '2026-02-29', '0001-01-01', '2026-13-01', '26-1-1'),
    fc.constantFrom('', 'T18:05', ' 18:05', 't18:05:59', 'T24:00', 'T18:05:00.123', 'T18', 'T18:60'),
    fc.constantFrom('', 'Z', 'z', '+02:00', '-0530', '+24:00', '+2', '−02:00'),
  )
  .map((pieces) => pieces.join(''));

it('[N49] takes for a date what templates take for one', () => {
  fc.assert(
    fc.property(fc.oneof(nearlyDate, fc.string()), (text) => {
      expect(readDay(text, () => 0) === undefined).toBe(calendarDate(text) === undefined);
    }),
    { numRuns: 1_000 },
  );
});

it.each([
  ['2026-11-22T23:30:00Z', 'Europe/Prague', '2026-11-23'],
  ['2026-11-22T23:30:00+02:00', 'UTC', '2026-11-22'],
  ['2026-11-22T23:30:00-02:00', 'UTC', '2026-11-23'],
  ['2026-11-22T00:30', 'America/New_York', '2026-11-22'],
])('[N49] %s is in %s on %s', (text, zone, day) => {
  expect(readDay(text, createDayCounter(zone))).toBe(countDays(day));
});

it.each([
  ['customer', true],
  ['project', true],
  ['UTC', true],
  ['Europe/Prague', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Europe/Nowhere', false],
  ['+02:00', false],
  ['UTC+2', false],
  ['', false],
])('[N29] %j is a time zone: %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
  expect(findZoneIssues(name, 'timeZone').map(({ code }) => code)).toEqual(
    expected ? [] : ['time_zone_unknown'],
  );
});

it('[N29] only a place has a clock of its own', () => {
  expect([isClock('customer'), isClock('project'), isClock('Asia/Tokyo')]).toEqual([false, false, true]);
  expect(['project', 'customer', 'Asia/Tokyo'].map(describeTimeZone)).toEqual([
    '',
    ", customer's time",
    ', Asia/Tokyo',
  ]);
});

it('[N31] says how long, and that 0 is not long', () => {
  expect(describeDuration({ amount: 1, unit: 'months' })).toBe('1 month');
  expect(describeDuration({ amount: 2, unit: 'hours' })).toBe('2 hours');
  expect(findDurationIssues({ amount: 0, unit: 'days' }, 'd')).toMatchObject([
    { code: 'duration_zero', field: 'd' },
  ]);
  expect(findDurationIssues({ amount: 1, unit: 'days' }, 'd')).toEqual([]);
});

it('[N32] says how often, and that once in 0 days is no limit', () => {
  const modes = ['unlimited', 'once', 'period'] as const;
  expect(modes.map((mode) => describeReentry({ mode, days: 30 }))).toEqual([
    '',
    ', once per customer',
    ', once in 30 days',
  ]);
  expect(modes.map((mode) => findReentryIssues({ mode, days: 0 }).map(({ code }) => code))).toEqual([
    [],
    [],
    ['period_zero'],
  ]);
});
