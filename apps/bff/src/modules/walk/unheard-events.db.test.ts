import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import { newId } from '../../new-id.ts';
import { beginRun } from '../../testing/begin-run.ts';
import { createWorld } from '../../testing/create-world.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { createScenario } from '../scenarios/service.ts';
import { startScenario } from '../runs/start.ts';

const monday = Date.parse('2026-11-23T10:00:00Z');
const minuteMs = 60_000;
const clock = { now: monday };
let test: TestContext;

beforeAll(async () => {
  test = await createTestContext({ now: () => new Date(clock.now) });
});
afterAll(() => test.stop());

const waits = drawDocument(
  [
    ['now', 'now'],
    ['wait', 'wait', { mode: 'event', event: 'told', timeout: { amount: 1, unit: 'hours' } }],
    ['came', 'sms'],
    ['late', 'sms'],
  ],
  ['now > wait', 'wait.event > came', 'wait.timeout > late'],
);

it.each([
  [true, 'came finished'],
  [false, 'late finished'],
])('a wait counts what another scenario tracked only where that may: %s', async (mayTrigger, place) => {
  clock.now = monday;
  const { context } = test;
  await context.database.pool.query('DELETE FROM wake_cursor');
  const world = createWorld(context, clock);
  const begun = await beginRun(world, waits);
  const { projectId, start } = begun;
  await world.travelTo(monday + 10 * minuteMs);
  const { id: scenarioId, revision } = await createScenario(context, projectId, {
    name: `Teller ${newId()}`,
    document: drawDocument(
      [
        ['now', 'now'],
        ['tell', 'track_event', { event: 'told', mayTrigger }],
      ],
      ['now > tell'],
    ),
    by: start.by,
  });
  await startScenario(context, { ...start, scenarioId, revision });
  await world.travelTo(monday + 50 * minuteMs);
  expect(await begun.places()).toEqual({ [mayTrigger ? place : 'wait active']: 1 });
  // Asked about again, when its time is up.
  await world.travelTo(monday + 70 * minuteMs);
  expect(await begun.places()).toEqual({ [place]: 1 });
});
