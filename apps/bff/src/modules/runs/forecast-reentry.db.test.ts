import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { beginRun } from '../../testing/begin-run.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { createWorld } from '../../testing/create-world.ts';
import { addPastEvents, forecastOnly } from '../../testing/forecast-only.ts';
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

/** Every 30 hours within the last 30 days, the last time an hour ago. */
const buyOften = (customer: number) =>
  Array.from({ length: 20 }, (_, index) => [customer, 'buy', index * 30 + 1] as const);

/** Remembers when customers came in by a trigger, by their place in the list; null: they did not. */
const remember = async (
  { projectId, scenarioId, customerIds }: TestCampaign,
  nodeId: string,
  hoursAgo: readonly (number | null)[],
): Promise<void> => {
  for (const [index, hours] of hoursAgo.entries())
    if (hours !== null)
      await context.database.pool.query(
        `INSERT INTO last_entry (scenario_id, node_id, customer_id, project_id, at) VALUES ($1, $2, $3, $4, $5)`,
        [scenarioId, nodeId, customerIds[index], projectId, new Date(monday - hours * hourMs)],
      );
};

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
    await remember(campaign, 'each', hoursAgo);
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

describe('of an event', () => {
  const forecast = async (reentry: object, hoursAgo: readonly (number | null)[] = []) => {
    const document = drawDocument(
      [
        ['buy', 'on_event', { event: 'buy', reentry: reentry as never }],
        ['sms', 'sms'],
      ],
      ['buy > sms'],
    );
    const campaign = await createTestCampaign(context, { document, customers: manyCustomers(3) });
    await addPastEvents(context, campaign, { before: monday, events: [0, 1, 2].flatMap(buyOften) });
    await remember(campaign, 'buy', hoursAgo);
    const { entries, sampled, reentry: said } = await forecastOnly(context, campaign);
    return { entries, sampled, leftOut: said?.leftOut };
  };

  it('lets each customer in as often as re-entry does', async () => {
    expect(await forecast({ mode: 'unlimited', days: 0 })).toEqual({
      entries: 2,
      sampled: 60,
      leftOut: undefined,
    });
    expect(await forecast({ mode: 'once', days: 0 })).toEqual({ entries: 0.1, sampled: 3, leftOut: 0 });
    expect(await forecast({ mode: 'once', days: 0 }, [999, 1])).toEqual({
      entries: 0,
      sampled: 1,
      leftOut: 2,
    });
  });

  it('counts a period from each entry to the next event that comes when it is over', async () => {
    // Every third, as three days are longer than 60 hours.
    expect(await forecast({ mode: 'period', days: 3 })).toEqual({ entries: 0.7, sampled: 21, leftOut: 0 });
    // Every second, as two days are longer than 30 hours.
    expect(await forecast({ mode: 'period', days: 2 })).toEqual({ entries: 1, sampled: 30, leftOut: 0 });
  });

  it('counts a period from when a customer came in before', async () => {
    // What happened an hour ago is taken to happen again in 29 days and 23 hours: too early for the second of them.
    expect(await forecast({ mode: 'period', days: 30 }, [1, 0, null])).toEqual({
      entries: 0.1,
      sampled: 2,
      leftOut: 1,
    });
  });
});

it('of calls lets in as many as re-entry does, each of another customer', async () => {
  const forecast = async (reentry: object) => {
    const document = drawDocument(
      [
        ['call', 'api', { reentry: reentry as never }],
        ['sms', 'sms'],
      ],
      ['call > sms'],
    );
    const campaign = await createTestCampaign(context, {
      document,
      customers: [...manyCustomers(4), { phone: null }],
    });
    await remember(campaign, 'call', [0, 47, 48]);
    return forecastOnly(context, campaign);
  };
  expect(await forecast({ mode: 'unlimited', days: 0 })).toMatchObject({
    entries: 100,
    reentry: null,
    nodes: [{ messages: 80, refused: 20 }],
  });
  expect(await forecast({ mode: 'once', days: 0 })).toMatchObject({
    entries: 40,
    reentry: { mode: 'once', leftOut: 3 },
    nodes: [{ messages: 20, refused: 20 }],
  });
  expect(await forecast({ mode: 'period', days: 2 })).toMatchObject({
    entries: 60,
    reentry: { mode: 'period', leftOut: 2 },
    nodes: [{ messages: 40, refused: 20 }],
  });
});
