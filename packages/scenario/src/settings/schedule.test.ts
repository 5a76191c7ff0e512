import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeCron } from './describe-cron.ts';
import { readSchedule } from './schedule.ts';

const from = new Date('2026-03-27T12:00:00Z');
const read = (cron: string, timeZone = 'UTC', count = 3): string[] | string => {
  const schedule = readSchedule(cron, { timeZone, from, count });
  return schedule.ok ? schedule.next.map((date) => date.toISOString().slice(0, 16)) : schedule.reason;
};

it.each([
  ['0 9 * *', 'fields'],
  ['0 0 9 * * *', 'fields'],
  ['@daily', 'fields'],
  ['', 'fields'],
  ['a b c d e', 'syntax'],
  ['60 9 * * *', 'syntax'],
  ['*/0 * * * *', 'syntax'],
  ['5-1 * * * *', 'syntax'],
  ['1.5 9 * * *', 'syntax'],
  ['0 9 * * 8', 'syntax'],
  ['0 9 * * 0,7', 'syntax'],
  ['0 9 15W * *', 'syntax'],
  ['H 9 * * *', 'syntax'],
  ['H(0-30) 9 * * *', 'syntax'],
  ['5,H/15 9 * * *', 'syntax'],
  ['0 0 30 2 *', 'never'],
  ['0 0 31 2,4 *', 'never'],
])('[N39] refuses %j: %s', (cron, reason) => {
  expect(read(cron)).toBe(reason);
});

it.each(['Europe/Nowhere', '+02:00', 'customer', ''])('[N39] refuses the zone %j', (zone) => {
  expect(read('0 9 * * *', zone)).toBe('time_zone');
});

it.each([
  ['0 9 * * 1', ['2026-03-30T09:00', '2026-04-06T09:00', '2026-04-13T09:00']],
  [' 0  9 * *  MON ', ['2026-03-30T09:00', '2026-04-06T09:00', '2026-04-13T09:00']],
  ['0 9 ? jan-feb fri', ['2027-01-01T09:00', '2027-01-08T09:00', '2027-01-15T09:00']],
  ['*/20 13 * * *', ['2026-03-27T13:00', '2026-03-27T13:20', '2026-03-27T13:40']],
  ['0 9 L * *', ['2026-03-31T09:00', '2026-04-30T09:00', '2026-05-31T09:00']],
  ['0 9 * * 5#2', ['2026-04-10T09:00', '2026-05-08T09:00', '2026-06-12T09:00']],
  ['0 9 31 * *', ['2026-03-31T09:00', '2026-05-31T09:00', '2026-07-31T09:00']],
  ['0 9 29 2 *', ['2028-02-29T09:00', '2032-02-29T09:00', '2036-02-29T09:00']],
  ['0 9 1 * 1', ['2026-03-30T09:00', '2026-04-01T09:00', '2026-04-06T09:00']],
  ['0 0 30 2 1', ['2027-02-01T00:00', '2027-02-08T00:00', '2027-02-15T00:00']],
])('[N39] [N40] reads %j', (cron, next) => {
  expect(read(cron)).toEqual(next);
});

const anyField = (most: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom('*', '?', 'L', 'H', '*/7', '1-3', '1,2', 'mon', '5#2'),
    fc.integer({ min: 0, max: most }).map(String),
  );
const anyCron = fc
  .tuple(anyField(60), anyField(24), anyField(32), anyField(13), anyField(8))
  .map((fields) => fields.join(' '));

it('[N40] gives as many runs as are asked for, in order, always the same, or says why not', () => {
  fc.assert(
    fc.property(anyCron, (cron) => {
      const question = { timeZone: 'Europe/Prague', from, count: 3 };
      const schedule = readSchedule(cron, question);
      expect(readSchedule(cron, question)).toEqual(schedule);
      if (!schedule.ok) return;
      const times = [from, ...schedule.next].map((date) => date.getTime());
      expect(times).toHaveLength(4);
      expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
    }),
    { numRuns: 300 },
  );
});

it.each([
  ['0 9 * * *', 'Every day at 9:00'],
  ['5 0 * * *', 'Every day at 0:05'],
  ['0 9 * * 1', 'Every Monday at 9:00'],
  ['0 9 * * 1-5', 'Every Mon, Tue, Wed, Thu, Fri at 9:00'],
  ['0 9 * * sun,wed', 'Every Wed, Sun at 9:00'],
  ['0 9 * * 7', 'Every Sunday at 9:00'],
  ['0 9 * * 1-7', 'Every day at 9:00'],
  ['30 8 1 * *', 'The 1st of each month at 8:30'],
  ['30 8 22 * *', 'The 22nd of each month at 8:30'],
  ['30 8 13 * *', 'The 13th of each month at 8:30'],
  ['30 8 31 * *', 'The 31st of each month that has one at 8:30'],
  ['*/15 * * * *', 'Every 15 minutes'],
  ['0 */6 * * *', 'Every 6 hours'],
  ['0 * * * *', 'Every hour'],
  [' 0  9 * * * ', 'Every day at 9:00'],
])('[N41] says of %j “%s”', (cron, words) => {
  expect(describeCron(cron)).toBe(words);
});

it.each([
  '*/7 * * * *',
  '0 9 1 * 1',
  '0 9 L * *',
  '0 9 * 3 *',
  '99 99 * * *',
  '0 9 32 * *',
  '0 9 * * 0,7',
  '0 9 * * 5-1',
  '0 9 * * 1-',
  '*/0 * * * *',
  'nonsense',
])('[N41] shows %j as it is', (cron) => {
  expect(describeCron(cron)).toBe(`Cron ${cron}`);
});

it('[N41] puts nothing into words that is refused', () => {
  fc.assert(
    fc.property(anyCron, (cron) => {
      if (readSchedule(cron, { timeZone: 'UTC', from, count: 1 }).ok) return;
      expect(describeCron(cron)).toBe(`Cron ${cron}`);
    }),
    { numRuns: 1_000 },
  );
});
