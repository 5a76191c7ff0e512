import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawDocument, type DrawnNode } from '@curlew/testkit';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import {
  createTestDatabase,
  openTestContext,
  type TestContext,
  type TestDatabase,
} from '../../testing/test-context.ts';
import { until } from '../../testing/until.ts';
import { startWorkers } from '../../workers.ts';
import { trackEvents } from '../customers/track-events.ts';
import { describeRun } from '../runs/progress.ts';
import { startScenario } from '../runs/start.ts';
import { newId } from '../../new-id.ts';

const hourMs = 3_600_000;
// Noon in London, where all of them live.
const noon = Date.parse('2026-11-23T12:00:00Z');
const people = 20;

let database: TestDatabase;
let offsetMs = 0;
let opened: TestContext | undefined;

const on = async (): Promise<TestContext> => {
  opened = await openTestContext(database, { now: () => new Date(Date.now() + offsetMs) });
  return opened;
};

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await opened?.stop();
  await database.drop();
});

/** A node that holds whoever comes, and the output by which they leave until the evening after. */
const holds: readonly (readonly [name: string, node: DrawnNode, output: string])[] = [
  ['for a duration', ['held', 'wait', { mode: 'duration', duration: { amount: 5, unit: 'hours' } }], 'out'],
  ['until a date', ['held', 'wait', { mode: 'date', date: '2026-11-24', time: '06:00' }], 'out'],
  ['until a time of day', ['held', 'wait', { mode: 'time_of_day', time: '09:00' }], 'out'],
  [
    'as long as an expression says',
    ['held', 'wait', { mode: 'expression', expression: '{{ 60 * 7 }}', expressionUnit: 'minutes' }],
    'out',
  ],
  [
    'for an event that does not come',
    ['held', 'wait', { mode: 'event', event: 'nothing', timeout: { amount: 6, unit: 'hours' } }],
    'timeout',
  ],
  [
    'for an event that comes meanwhile',
    ['held', 'wait', { mode: 'event', event: 'purchase', timeout: { amount: 6, unit: 'days' } }],
    'event',
  ],
  [
    'through silent hours',
    ['held', 'silent_hours', { from: '10:00', to: '16:00', silentDays: [], timeZone: 'customer' }],
    'out',
  ],
];

it('every kind of wait outlives a stop of everything, and is over once for each', async () => {
  offsetMs = noon - Date.now();
  const first = await on();
  const runs = [];
  for (const [name, node, output] of holds) {
    const campaign = await createTestCampaign(first.context, {
      document: drawDocument(
        [['now', 'now'], node, ['done', 'track_event', { event: 'done' }]],
        ['now > held', `held.${output} > done`],
      ),
      customers: Array.from({ length: people }, () => ({ attributes: { time_zone: 'Europe/London' } })),
    });
    const { id: runId } = await startScenario(first.context, campaign.start);
    runs.push({ name, output, runId, campaign });
  }
  type Held = (typeof runs)[number];
  const heldOf = async ({ context }: TestContext, { campaign: { projectId, scenarioId }, runId }: Held) => {
    const { nodes } = await describeRun(context, { projectId, scenarioId, runId });
    return nodes.find(({ nodeId }) => nodeId === 'held');
  };
  const working = await startWorkers(first.context);
  for (const run of runs) await until(async () => (await heldOf(first, run))?.waiting === people);
  await working.stop();
  await first.stop();

  // The evening after, of which nobody saw anything; the purchases are told before anybody walks again.
  offsetMs += 30 * hourMs;
  const second = await on();
  for (const { campaign } of runs.filter(({ output }) => output === 'event')) {
    const timestamp = new Date(noon + 3 * hourMs).toISOString();
    await second.context.database.transaction((connection) =>
      trackEvents(
        connection,
        campaign.projectId,
        campaign.customerIds.map((customerId) => ({
          id: newId(),
          customerId,
          type: 'purchase',
          timestamp,
          properties: {},
        })),
      ),
    );
  }
  const back = await startWorkers(second.context);
  for (const { campaign, runId } of runs) {
    const { projectId, scenarioId } = campaign;
    await until(
      async () => (await describeRun(second.context, { projectId, scenarioId, runId })).status === 'finished',
    );
  }
  await back.stop();

  for (const run of runs) {
    const held = await heldOf(second, run);
    const left = Object.fromEntries((held?.outputs ?? []).map(({ id, count }) => [id, count]));
    expect({ name: run.name, waiting: held?.waiting, left: left[run.output] }).toEqual({
      name: run.name,
      waiting: 0,
      left: people,
    });
    const { rows } = await second.context.database.pool.query(
      `SELECT count(*)::int AS events, count(DISTINCT customer_id)::int AS customers FROM customer_event
       WHERE project_id = $1 AND type = 'done'`,
      [run.campaign.projectId],
    );
    expect({ name: run.name, rows }).toEqual({
      name: run.name,
      rows: [{ events: people, customers: people }],
    });
  }
});
