import { expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';
import { beginRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { routeEvents } from '../triggers/route-events.ts';

const hourMs = 3_600_000;
let world: World;
beginOnMonday((ground) => {
  ({ world } = ground);
});

const until = (event: string) => ({
  mode: 'event' as const,
  event,
  timeout: { amount: 1, unit: 'hours' as const },
});
const at = (ms: number): string => new Date(monday + ms).toISOString();

it('whoever comes from one wait to another that ends at the same moment is sent on from there', async () => {
  const document = drawDocument(
    [
      ['now', 'now'],
      ['first', 'wait', until('one')],
      ['second', 'wait', { mode: 'duration', duration: { amount: 1, unit: 'hours' } }],
      ['sms', 'sms'],
    ],
    ['now > first', 'first.event > second', 'second > sms'],
  );
  const begun = await beginRun(world, document);
  // Told by a clock that is ahead: the first wait ends in the millisecond in which it began.
  await begun.track(0, 'one', { timestamp: at(1) });
  await world.settle();
  expect(await begun.places()).toEqual({ 'second active': 1 });
  await world.travelTo(monday + hourMs);
  expect(await begun.places()).toEqual({ 'sms finished': 1 });
});

it('an event that comes while its customer comes from another wait for an event ends the next one', async () => {
  const document = drawDocument(
    [
      ['now', 'now'],
      ['first', 'wait', until('one')],
      ['second', 'wait', until('two')],
      ['sms', 'sms'],
      ['late', 'sms'],
    ],
    ['now > first', 'first.event > second', 'second.event > sms', 'second.timeout > late'],
  );
  const begun = await beginRun(world, document);
  await world.travelTo(monday + 60_000);
  // Whoever looks for those who wait for it comes before the walk is written, and finds nobody.
  await begun.track(0, 'two', { timestamp: at(60_001) });
  await routeEvents(world.context);
  await begun.track(0, 'one');
  await world.settle();
  expect(await begun.places()).toEqual({ 'second active': 1 });
  await world.travelTo(monday + 120_000);
  expect(await begun.places()).toEqual({ 'sms finished': 1 });
});
