import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDuration } from './add-duration.ts';
import type { Duration } from './duration.ts';
import { zoneClock } from './zone-clock.ts';
import { countryZones } from './country-zones.ts';
import { zoneOf } from './customer-zone.ts';

const zones = [
  'UTC',
  'Europe/Prague',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Africa/Casablanca',
] as const;
const at = (text: string): number => Date.parse(text);
const anyMoment = fc.integer({ min: at('2020-01-01T00:00:00Z'), max: at('2035-01-01T00:00:00Z') });
const anyZone = fc.constantFrom(...zones);

it('[N95] a clock shows each moment, and finds it again', () => {
  fc.assert(
    fc.property(anyMoment, anyZone, (moment, zone) => {
      const { wallOf, momentOf } = zoneClock(zone);
      const found = momentOf(wallOf(moment));
      // Where the clock was put back, the first of the two moments that show the same.
      expect(found).toBeLessThanOrEqual(moment);
      expect(wallOf(found)).toBe(wallOf(moment));
    }),
    { numRuns: 1_000 },
  );
});

it('[N95] a clock shows what the runtime shows, around every change', () => {
  const hourMs = 3_600_000;
  for (const zone of ['America/St_Johns', 'Australia/Lord_Howe', 'America/Sao_Paulo', 'Africa/Casablanca']) {
    const { wallOf, changeWithin } = zoneClock(zone);
    const format = new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    const show = (moment: number): number => Date.parse(`${format.format(moment).replace(' ', 'T')}Z`);
    const until = at('2012-01-01T00:00:00Z');
    for (
      let change = changeWithin(at('2005-01-01T00:00:00Z'), until);
      change !== undefined;
      change = changeWithin(change, until)
    ) {
      expect(wallOf(change) - wallOf(change - 1)).not.toBe(1);
      for (const moment of [
        change - 12 * hourMs,
        change - 1_000,
        change,
        change + hourMs,
        change + 12 * hourMs,
      ])
        expect(wallOf(moment)).toBe(show(moment));
    }
  }
});

it.each([
  ['a day in summer', 'Europe/Prague', '2026-07-01T12:00:00Z', '2026-07-01T10:00:00Z'],
  ['half an hour of offset', 'Asia/Kathmandu', '2026-07-01T12:00:00Z', '2026-07-01T06:15:00Z'],
  ['what the clock leaves out', 'Europe/Prague', '2026-03-29T02:30:00Z', '2026-03-29T01:00:00Z'],
  ['what it shows twice', 'Europe/Prague', '2026-10-25T02:30:00Z', '2026-10-25T00:30:00Z'],
  ['what it leaves out in New York', 'America/New_York', '2026-03-08T02:59:59Z', '2026-03-08T07:00:00Z'],
  ['half an hour put back', 'Australia/Lord_Howe', '2026-04-05T01:45:00Z', '2026-04-04T14:45:00Z'],
  ['a day that was left out', 'Pacific/Apia', '2011-12-30T12:00:00Z', '2011-12-30T10:00:00Z'],
])('[N95] finds %s', (...[, zone, wall, moment]) => {
  expect(new Date(zoneClock(zone).momentOf(at(wall))).toISOString()).toBe(new Date(moment).toISOString());
});

it.each<[string, Duration, string, string, string]>([
  [
    'minutes are exact',
    { amount: 90, unit: 'minutes' },
    'Europe/Prague',
    '2026-03-29T00:30:00Z',
    '2026-03-29T02:00:00Z',
  ],
  [
    'hours are exact',
    { amount: 24, unit: 'hours' },
    'Europe/Prague',
    '2026-03-28T11:00:00Z',
    '2026-03-29T11:00:00Z',
  ],
  [
    'a day may have 23 hours',
    { amount: 1, unit: 'days' },
    'Europe/Prague',
    '2026-03-28T11:00:00Z',
    '2026-03-29T10:00:00Z',
  ],
  [
    'a day may have 25 hours',
    { amount: 1, unit: 'days' },
    'Europe/Prague',
    '2026-10-24T10:00:00Z',
    '2026-10-25T11:00:00Z',
  ],
  [
    'a day into a gap',
    { amount: 1, unit: 'days' },
    'Europe/Prague',
    '2026-03-28T01:30:00Z',
    '2026-03-29T01:00:00Z',
  ],
  [
    'a day into an overlap',
    { amount: 1, unit: 'days' },
    'Europe/Prague',
    '2026-10-24T00:30:00Z',
    '2026-10-25T00:30:00Z',
  ],
  ['weeks', { amount: 2, unit: 'weeks' }, 'UTC', '2026-02-20T08:00:00Z', '2026-03-06T08:00:00Z'],
  [
    'the last day of February',
    { amount: 1, unit: 'months' },
    'UTC',
    '2026-01-31T08:00:00Z',
    '2026-02-28T08:00:00Z',
  ],
  ['in a leap year', { amount: 1, unit: 'months' }, 'UTC', '2028-01-31T08:00:00Z', '2028-02-29T08:00:00Z'],
  ['over the new year', { amount: 3, unit: 'months' }, 'UTC', '2026-11-30T08:00:00Z', '2027-02-28T08:00:00Z'],
  [
    'the month of the zone',
    { amount: 1, unit: 'months' },
    'Pacific/Auckland',
    '2026-01-30T12:00:00Z',
    '2026-02-27T12:00:00Z',
  ],
  ['nothing', { amount: 0, unit: 'days' }, 'Europe/Prague', '2026-10-25T01:30:00Z', '2026-10-25T01:30:00Z'],
])('[N96] %s', (...[, duration, zone, from, to]) => {
  expect(new Date(addDuration(at(from), duration, zone)).toISOString()).toBe(new Date(to).toISOString());
});

it('[N96] is later, and at the same time of day wherever that exists', () => {
  const anyDuration = fc.record({
    amount: fc.integer({ min: 1, max: 400 }),
    unit: fc.constantFrom('days' as const, 'weeks' as const, 'months' as const),
  });
  fc.assert(
    fc.property(anyMoment, anyDuration, anyZone, (moment, duration, zone) => {
      const then = addDuration(moment, duration, zone);
      expect(then).toBeGreaterThan(moment);
      const { wallOf } = zoneClock(zone);
      const dayMs = 86_400_000;
      const off = (wallOf(then) - wallOf(moment)) % dayMs;
      expect([0, 0.5, 1].map((hours) => hours * 3_600_000).some((most) => off >= 0 && off <= most)).toBe(
        true,
      );
    }),
    { numRuns: 1_000 },
  );
});

it.each([
  ['Asia/Tokyo', 'Asia/Tokyo'],
  ['Europe/Nowhere', 'Europe/London'],
  ['project', 'Europe/London'],
  ['customer', 'Europe/Prague'],
])('[N97] the setting %j means %s', (setting, zone) => {
  const place = { timeZone: 'Europe/Prague', phoneCountry: 'US' };
  expect(zoneOf(setting, place, 'Europe/London')).toBe(zone);
});

it.each([
  [' Asia/Kolkata ', 'GB', 'Asia/Kolkata'],
  ['tomorrow', 'US', 'America/New_York'],
  ['+02:00', 'AU', 'Australia/Sydney'],
  [5, 'GB', 'Europe/London'],
  [undefined, 'constructor', 'Europe/Prague'],
  [undefined, 'QQ', 'Europe/Prague'],
  [undefined, null, 'Europe/Prague'],
])(
  '[N97] a customer with the zone %j and a number of %s has the clock of %s',
  (timeZone, phoneCountry, zone) => {
    expect(zoneOf('customer', { timeZone, phoneCountry }, 'Europe/Prague')).toBe(zone);
  },
);

it('[N97] every country with a phone has a main zone that has a clock', () => {
  const named = [...countryZones.values()];
  expect(named.length).toBeGreaterThan(240);
  for (const zone of named) expect(zoneClock(zone).wallOf(0)).toEqual(expect.any(Number));
});
