import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { beginRun } from '../../testing/begin-run.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import { createWorld } from '../../testing/create-world.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { saveDraft } from '../scenarios/service.ts';
import { forecastStart } from './forecast.ts';
import { stopScenario } from './life-cycle.ts';
import { describeRun } from './progress.ts';
import { startScenario } from './start.ts';

const monday = Date.parse('2026-11-23T10:00:00Z');
const hourMs = 3_600_000;
const clock = { now: monday };
let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext({ now: () => new Date(clock.now) });
  ({ context } = test);
});
beforeEach(() => {
  clock.now = monday;
});
afterAll(() => test.stop());

/** Every morning at nine by the project's clock: next in 23 hours. */
const mornings = (reentry: object) =>
  drawDocument(
    [
      ['each', 'repeat', { cron: '0 9 * * *', reentry: reentry as never }],
      ['sms', 'sms'],
    ],
    ['each > sms'],
  );

it('leaves out at the next time of a repeat whom re-entry does not let in again', async () => {
  const forecast = async (reentry: object, hoursAgo: readonly (number | null)[]) => {
    const campaign = await createTestCampaign(context, {
      document: mornings(reentry),
      customers: manyCustomers(hoursAgo.length),
    });
    for (const [index, hours] of hoursAgo.entries())
      if (hours !== null)
        await context.database.pool.query(
          `INSERT INTO last_entry (scenario_id, node_id, customer_id, project_id, at) VALUES ($1, 'each', $2, $3, $4)`,
          [
            campaign.scenarioId,
            campaign.customerIds[index],
            campaign.projectId,
            new Date(monday - hours * hourMs),
          ],
        );
    const { triggers } = await forecastStart(context, campaign.start);
    return triggers.map(({ entries, reentry: said, nodes }) => ({
      entries,
      said,
      messages: nodes[0]?.messages,
    }))[0];
  };
  const before = [0, 24 * 400, null, null];
  expect(await forecast({ mode: 'unlimited', days: 0 }, before)).toEqual({
    entries: 4,
    said: null,
    messages: 4,
  });
  expect(await forecast({ mode: 'once', days: 30 }, before)).toEqual({
    entries: 2,
    said: { mode: 'once', days: 30, leftOut: 2 },
    messages: 2,
  });
  // Two days back from the next moment, and not from now.
  expect(await forecast({ mode: 'period', days: 2 }, [0, 24, 25, 30])).toEqual({
    entries: 2,
    said: { mode: 'period', days: 2, leftOut: 2 },
    messages: 2,
  });
});

it('knows whom earlier runs let in before re-entry was limited, as the start will', async () => {
  const world = createWorld(context, clock);
  const begun = await beginRun(world, mornings({ mode: 'unlimited', days: 30 }), manyCustomers(3));
  await world.travelTo('2026-11-24T09:00:00Z');
  expect(await begun.run()).toMatchObject({ enrolled: 3 });
  const { projectId, scenarioId, start, userId } = begun;
  await stopScenario(context, { projectId, scenarioId, by: { userId } });
  await world.settle();
  const document = mornings({ mode: 'once', days: 30 });
  const { revision } = await saveDraft(
    context,
    { projectId, scenarioId },
    { document, revision: start.revision, by: start.by },
  );
  expect(await forecastStart(context, start)).toMatchObject({
    triggers: [{ entries: 0, reentry: { leftOut: 3 } }],
  });
  const { id: runId } = await startScenario(context, { ...start, revision });
  await world.travelTo('2026-11-25T09:00:00Z');
  expect(await describeRun(context, { projectId, scenarioId, runId })).toMatchObject({ enrolled: 0 });
});
