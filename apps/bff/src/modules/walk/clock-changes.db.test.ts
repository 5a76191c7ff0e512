import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import { beginRun } from '../../testing/begin-run.ts';
import { createWorld, type World } from '../../testing/create-world.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';

const dayMs = 86_400_000;
const clock = { now: 0 };
let test: TestContext;
let world: World;

beforeAll(async () => {
  test = await createTestContext({ now: () => new Date(clock.now) });
});
beforeEach(async () => {
  world = createWorld(test.context, clock);
});
afterAll(() => test.stop());

const waitWith = (settings: object) =>
  drawDocument(
    [
      ['now', 'now'],
      ['wait', 'wait', settings],
      ['done', 'track_event', { event: 'done' }],
    ],
    ['now > wait', 'wait.out > done'],
  );

/** When somebody who lives in the zone and comes at a moment leaves such a wait. */
const leavesAt = async (settings: object, { zone, comes }: { zone: string; comes: string }) => {
  clock.now = Date.parse(comes);
  const { paths } = await beginRun(world, waitWith(settings), [{ attributes: { time_zone: zone } }]);
  await world.travelTo(clock.now + 4 * dayMs);
  const [path] = await paths();
  return new Date(Number(path?.[1]?.[2]) * 1_000).toISOString();
};

// Moments of the change as in the time zone database; each is passed by in the night after the customer came.
describe('where clocks are put forward', () => {
  it.each<[string, string, string, string, string]>([
    [
      'Europe/London',
      '2027-03-27T12:00:00Z',
      '01:30',
      '2027-03-28T01:30:00.000Z',
      '2027-03-28T11:00:00.000Z',
    ],
    [
      'America/New_York',
      '2027-03-13T12:00:00Z',
      '02:30',
      '2027-03-14T07:30:00.000Z',
      '2027-03-14T11:00:00.000Z',
    ],
    [
      'Australia/Lord_Howe',
      '2026-10-03T02:00:00Z',
      '02:15',
      '2026-10-03T15:45:00.000Z',
      '2026-10-04T01:30:00.000Z',
    ],
    [
      'America/Santiago',
      '2026-09-05T16:00:00Z',
      '00:30',
      '2026-09-06T04:30:00.000Z',
      '2026-09-06T15:00:00.000Z',
    ],
    ['Africa/Cairo', '2027-04-29T12:00:00Z', '00:30', '2027-04-29T22:30:00.000Z', '2027-04-30T11:00:00.000Z'],
  ])(
    'in %s a time that is left out comes as much later, and a day is shorter',
    async (...[zone, comes, time, leaves, dayLater]) => {
      expect(await leavesAt({ mode: 'time_of_day', time }, { zone, comes })).toBe(leaves);
      const duration = { amount: 1, unit: 'days' };
      expect(await leavesAt({ mode: 'duration', duration, timeZone: 'customer' }, { zone, comes })).toBe(
        dayLater,
      );
    },
  );
});

describe('where clocks are put back', () => {
  it.each<[string, string, string, string, string]>([
    [
      'Europe/London',
      '2026-10-24T12:00:00Z',
      '01:30',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T13:00:00.000Z',
    ],
    [
      'America/New_York',
      '2026-10-31T12:00:00Z',
      '01:30',
      '2026-11-01T05:30:00.000Z',
      '2026-11-01T13:00:00.000Z',
    ],
    [
      'Australia/Lord_Howe',
      '2027-04-03T02:00:00Z',
      '01:45',
      '2027-04-03T14:45:00.000Z',
      '2027-04-04T02:30:00.000Z',
    ],
    [
      'America/Santiago',
      '2027-04-03T16:00:00Z',
      '23:30',
      '2027-04-04T02:30:00.000Z',
      '2027-04-04T17:00:00.000Z',
    ],
    ['Africa/Cairo', '2026-10-29T12:00:00Z', '23:30', '2026-10-29T20:30:00.000Z', '2026-10-30T13:00:00.000Z'],
  ])(
    'in %s a time that comes twice is meant the first time, and a day is longer',
    async (...[zone, comes, time, leaves, dayLater]) => {
      expect(await leavesAt({ mode: 'time_of_day', time }, { zone, comes })).toBe(leaves);
      const duration = { amount: 1, unit: 'days' };
      expect(await leavesAt({ mode: 'duration', duration, timeZone: 'customer' }, { zone, comes })).toBe(
        dayLater,
      );
    },
  );
});
