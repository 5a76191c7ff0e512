import { afterAll, beforeAll, expect, it } from 'vitest';
import { acceptBatch } from '../../testing/fake-operator.ts';
import { readMessages, tally } from '../../testing/read-campaign.ts';
import {
  createTestDatabase,
  openTestContext,
  type TestContext,
  type TestDatabase,
} from '../../testing/test-context.ts';
import {
  createFallbackCampaign,
  refuseToken,
  startTwoOperators,
  type TwoOperators,
} from '../../testing/two-operators.ts';
import { until } from '../../testing/until.ts';
import { startWorkers } from '../../workers.ts';
import { startScenario } from '../runs/start.ts';

const people = 3_000;
let offset = 0;
let database: TestDatabase;
let operators: TwoOperators;
const opened: TestContext[] = [];

const open = async (): Promise<TestContext> => {
  const now = (): Date => new Date(Date.now() + offset);
  const context = await openTestContext(database, { now, config: operators.config });
  opened.push(context);
  return context;
};

beforeAll(async () => {
  database = await createTestDatabase();
  operators = await startTwoOperators();
});
afterAll(async () => {
  for (const context of opened) await context.stop();
  await operators.stop();
  await database.drop();
});

it('an operator that fails and comes back while two workers send: everybody gets one message, by one of the two', async () => {
  const { first, second } = operators;
  first.answer(refuseToken);
  const { context } = await open();
  const workers = [await startWorkers(context), await startWorkers((await open()).context)];
  const campaign = await createFallbackCampaign(context, operators, { customers: people });
  const sent = async (): Promise<number> =>
    tally((await readMessages(context, campaign.projectId)).map(({ status }) => status))['sent'] ?? 0;
  await startScenario(context, campaign.start);
  await until(async () => (await sent()) === people);
  expect(second.calls.flatMap(({ to }) => to)).toHaveLength(people);
  const refused = first.calls.length;
  // Its token is right again, and its time is over.
  first.answer(acceptBatch);
  offset += 61_000;
  await startScenario(context, campaign.start);
  await until(async () => (await sent()) === 2 * people);
  for (const worker of workers) await worker.stop();
  expect(first.calls.slice(refused).flatMap(({ to }) => to)).toHaveLength(people);
  const taken = [...first.calls.slice(refused), ...second.calls].flatMap(({ to }) => to);
  expect(tally(Object.values(tally(taken)).map(String))).toEqual({ 2: people });
  const { rows } = await context.database.pool.query(
    'SELECT handed_over_from IS NOT NULL AS "wasHandedOver", count(*)::int FROM message GROUP BY 1 ORDER BY 1',
  );
  expect(rows).toEqual([
    { wasHandedOver: false, count: people },
    { wasHandedOver: true, count: people },
  ]);
});
