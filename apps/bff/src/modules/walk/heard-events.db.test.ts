import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import { newId } from '../../new-id.ts';
import { beginRun } from '../../testing/begin-run.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import { createWorld } from '../../testing/create-world.ts';
import { startFakeOperator } from '../../testing/fake-operator.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { renameEvents } from '../campaign-events/service.ts';
import { dispatch } from '../messages/dispatch.ts';
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

it.each([
  ['campaign', 'came'],
  ['text_message', 'late'],
])(
  'a wait hears that its message was sent, also from a server whose clock is behind, as long as that is told as %s',
  async (name, place) => {
    clock.now = monday;
    const { context } = test;
    const world = createWorld(context, clock);
    const operator = await startFakeOperator();
    try {
      const campaign = await createTestCampaign(context, {
        operatorUrl: operator.url,
        customers: [{}],
        document: drawDocument(
          [
            ['now', 'now'],
            ['sms', 'sms'],
            [
              'wait',
              'wait',
              {
                mode: 'event',
                event: 'campaign',
                where: [{ property: 'status', type: 'text', operator: 'is', values: ['sent'] }],
                timeout: { amount: 1, unit: 'hours' },
              },
            ],
            ['came', 'track_event', { event: 'came' }],
            ['late', 'track_event', { event: 'late' }],
          ],
          ['now > sms', 'sms > wait', 'wait.event > came', 'wait.timeout > late'],
        ),
      });
      await startScenario(context, campaign.start);
      await world.settle();
      const { projectId, userId } = campaign;
      await renameEvents(context, projectId, { name, userId });
      clock.now -= 500;
      for (const job of await takeJobs(context, 'dispatch')) await dispatch(context, job);
      await world.travelTo(monday + (place === 'late' ? 61 * minuteMs : minuteMs));
      const { rows } = await context.database.pool.query(
        'SELECT node_id AS place, status FROM enrolment WHERE project_id = $1',
        [projectId],
      );
      expect(rows).toEqual([{ place, status: 'finished' }]);
    } finally {
      await operator.stop();
    }
  },
);
