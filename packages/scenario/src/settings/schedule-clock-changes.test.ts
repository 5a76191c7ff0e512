import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSchedule } from './schedule.ts';

const nextRuns = (cron: string, timeZone: string, begin: string): string[] => {
  const schedule = readSchedule(cron, { timeZone, from: new Date(`${begin}Z`), count: 3 });
  return schedule.ok ? schedule.next.map((date) => date.toISOString().slice(0, 16)) : [schedule.reason];
};

it('[N40] runs later what the clock skips, and once what it shows twice', () => {
  expect(nextRuns('30 2 * * *', 'Europe/Prague', '2026-03-27T12:00')).toEqual([
    '2026-03-28T01:30',
    '2026-03-29T01:30',
    '2026-03-30T00:30',
  ]);
  const autumn = readSchedule('30 2 * * *', {
    timeZone: 'Europe/Prague',
    from: new Date('2026-10-24T12:00:00Z'),
    count: 2,
  });
  expect(autumn).toEqual({ ok: true, next: [new Date('2026-10-25T00:30Z'), new Date('2026-10-26T01:30Z')] });
});

// Clocks that jump at midnight: without the run at 01:00 the day would have none.
it.each([
  ['America/Santiago', '2026-09-05T00:00Z', ['2026-09-05T04:00', '2026-09-06T04:00', '2026-09-07T03:00']],
  ['Africa/Cairo', '2026-04-23T00:00Z', ['2026-04-23T22:00', '2026-04-24T21:00', '2026-04-25T21:00']],
])('[N40] runs on the day that begins without a midnight in %s', (timeZone, begin, next) => {
  const schedule = readSchedule('0 0 * * *', { timeZone, from: new Date(begin), count: 3 });
  expect(schedule).toEqual({ ok: true, next: next.map((time) => new Date(`${time}Z`)) });
});

it('[N40] goes on where a clock is put back by half an hour', () => {
  const next = (cron: string, begin: string): string[] | string => {
    const question = { timeZone: 'Australia/Lord_Howe', from: new Date(begin), count: 2 };
    const schedule = readSchedule(cron, question);
    return schedule.ok ? schedule.next.map((date) => date.toISOString().slice(0, 16)) : schedule.reason;
  };
  expect(next('0 * * * *', '2026-04-04T14:00Z')).toEqual(['2026-04-04T15:30', '2026-04-04T16:30']);
  expect(next('0 2 * * *', '2026-04-03T15:00Z')).toEqual(['2026-04-04T15:30', '2026-04-05T15:30']);
  expect(next('45 1 * * *', '2026-04-03T15:00Z')).toEqual(['2026-04-04T14:45', '2026-04-05T15:15']);
  expect(next('0 0 30 2 *', '2026-04-04T14:00Z')).toBe('never');
});

// Clocks are put back from 1:00 to midnight in Havana and on the Azores, by half an hour on Lord Howe, by two hours in Troll.
it.each([
  [
    '0 0 * * *',
    'America/Havana',
    '2026-10-31T12:00',
    ['2026-11-01T04:00', '2026-11-02T05:00', '2026-11-03T05:00'],
  ],
  [
    '0 0 * * *',
    'America/Havana',
    '2026-11-01T04:00',
    ['2026-11-02T05:00', '2026-11-03T05:00', '2026-11-04T05:00'],
  ],
  [
    '30 0,1 * * *',
    'America/Havana',
    '2026-11-01T04:45',
    ['2026-11-01T06:30', '2026-11-02T05:30', '2026-11-02T06:30'],
  ],
  [
    '0 0 * * *',
    'America/Havana',
    '2026-03-07T12:00',
    ['2026-03-08T05:00', '2026-03-09T04:00', '2026-03-10T04:00'],
  ],
  [
    '0 0 * * *',
    'Atlantic/Azores',
    '2026-10-24T12:00',
    ['2026-10-25T00:00', '2026-10-26T01:00', '2026-10-27T01:00'],
  ],
  [
    '30 0 * * *',
    'Atlantic/Azores',
    '2026-10-25T00:00',
    ['2026-10-25T00:30', '2026-10-26T01:30', '2026-10-27T01:30'],
  ],
  [
    '0 0 * * *',
    'Atlantic/Azores',
    '2026-03-28T12:00',
    ['2026-03-29T01:00', '2026-03-30T00:00', '2026-03-31T00:00'],
  ],
  [
    '0 2 * * *',
    'Australia/Lord_Howe',
    '2026-10-02T20:00',
    ['2026-10-03T15:30', '2026-10-04T15:00', '2026-10-05T15:00'],
  ],
  [
    '30 1 * * *',
    'Antarctica/Troll',
    '2026-10-24T12:00',
    ['2026-10-24T23:30', '2026-10-26T01:30', '2026-10-27T01:30'],
  ],
  [
    '45 23 * * *',
    'America/Scoresbysund',
    '2026-03-28T12:00',
    ['2026-03-29T01:45', '2026-03-30T00:45', '2026-03-31T00:45'],
  ],
])(
  '[N40] runs %j once on the days of %s on which the clock changes, after %s',
  (...[cron, zone, begin, next]) => {
    expect(nextRuns(cron, zone, begin)).toEqual(next);
  },
);

it.each([
  [
    '15,35 2 * * *',
    'Australia/Lord_Howe',
    '2026-10-03T15:00',
    ['2026-10-03T15:35', '2026-10-03T15:45', '2026-10-04T15:15'],
  ],
  [
    '30 2 * * *',
    'Europe/Prague',
    '2026-03-29T01:10',
    ['2026-03-29T01:30', '2026-03-30T00:30', '2026-03-31T00:30'],
  ],
])('[N40] a skipped time comes in its order: %j in %s after %s', (...[cron, zone, begin, next]) => {
  expect(nextRuns(cron, zone, begin)).toEqual(next);
});

it.each([
  [
    '0 * * * *',
    'Europe/Prague',
    '2026-10-24T23:30',
    ['2026-10-25T00:00', '2026-10-25T01:00', '2026-10-25T02:00'],
  ],
  [
    '*/30 * * * *',
    'Europe/Prague',
    '2026-10-25T00:30',
    ['2026-10-25T01:00', '2026-10-25T01:30', '2026-10-25T02:00'],
  ],
  [
    '0 */1 * * *',
    'Europe/Prague',
    '2026-10-24T23:30',
    ['2026-10-25T00:00', '2026-10-25T01:00', '2026-10-25T02:00'],
  ],
  [
    '0 0-23 * * *',
    'Europe/Prague',
    '2026-10-24T23:30',
    ['2026-10-25T00:00', '2026-10-25T01:00', '2026-10-25T02:00'],
  ],
  [
    '0 */2 * * *',
    'Europe/Prague',
    '2026-10-24T23:30',
    ['2026-10-25T00:00', '2026-10-25T03:00', '2026-10-25T05:00'],
  ],
  [
    '*/15 * * * *',
    'Australia/Lord_Howe',
    '2026-10-03T15:20',
    ['2026-10-03T15:30', '2026-10-03T15:45', '2026-10-03T16:00'],
  ],
])(
  '[N40] every hour goes on through a change of the clock: %j in %s after %s',
  (...[cron, zone, begin, next]) => {
    expect(nextRuns(cron, zone, begin)).toEqual(next);
  },
);

it('[N40] ends also where all runs of a year fall on times that the clock skips', () => {
  // The first Sunday after the 1st of September, or that day itself: Santiago has no midnight then.
  const next = nextRuns('0 0 * 9 0#1', 'America/Santiago', '2026-01-01T00:00');
  expect(next).toEqual(['2026-09-06T04:00', '2027-09-05T04:00', '2028-09-03T04:00']);
});

it('[N40] asked after each run anew it gives the same as at once, around every change', () => {
  const anySchedule = fc.constantFrom(
    '0 0 * * *',
    '30 2 * * *',
    '*/20 * * * *',
    '10 */3 * * *',
    '15,35 1-2 * * *',
  );
  const anyZone = fc.constantFrom(
    'America/Havana',
    'Australia/Lord_Howe',
    'Antarctica/Troll',
    'Europe/Prague',
  );
  const anyHour = fc.integer({ min: 0, max: 366 * 24 });
  fc.assert(
    fc.property(anySchedule, anyZone, anyHour, (cron, timeZone, hour) => {
      const begin = new Date(Date.UTC(2026, 0, 1, hour));
      const whole = readSchedule(cron, { timeZone, from: begin, count: 8 });
      const next: Date[] = [];
      while (next.length < 8) {
        const schedule = readSchedule(cron, { timeZone, from: next.at(-1) ?? begin, count: 1 });
        if (schedule.ok) next.push(...schedule.next);
      }
      expect(whole).toEqual({ ok: true, next });
    }),
    { numRuns: 300 },
  );
});
