import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestProject } from '../../testing/create-test-project.ts';
import { addTestCustomers } from '../../testing/add-test-customers.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { loadConditionEvents, type EventCondition } from './condition-events.ts';

const now = Date.parse('2026-11-23T10:00:00Z');
const dayMs = 86_400_000;
let test: TestContext;
beforeAll(async () => {
  test = await createTestContext({ now: () => new Date(now) });
});
afterAll(() => test.stop());

const seen = (atLeast: number, withinDays: number | null = 10): EventCondition => ({
  kind: 'event',
  event: 'seen',
  did: true,
  atLeast,
  withinDays,
  where: [],
});

it('of many events one stands for all that a condition counts, and each for itself where that would tell something else', async () => {
  const { context } = test;
  const { pool } = context.database;
  const { projectId } = await createTestProject(context);
  const customerIds = await addTestCustomers(context, projectId, [{}, {}, {}, {}]);
  // So many each, and as many again that are too old.
  const counts = [0, 24, 25, 40];
  await pool.query(
    `INSERT INTO customer_event (id, project_id, customer_id, type, timestamp)
     SELECT new_uuid(), $1, c.id, 'seen', $4::timestamptz - make_interval(days => age, mins => turn)
     FROM unnest($2::uuid[], $3::int[]) AS c (id, count), generate_series(1, c.count) AS turn, unnest(ARRAY[0, 20]) AS age`,
    [projectId, customerIds, counts, new Date(now)],
  );
  const load = async (conditions: EventCondition[], until?: number) => {
    const question = { projectId, timeZone: 'UTC', now, ...(until === undefined ? {} : { until }) };
    const events = await loadConditionEvents(pool, question, { conditions, customerIds });
    return customerIds.map((id) => events.get(id) ?? []);
  };
  const sizes = (of: readonly (readonly unknown[])[]): number[] => of.map(({ length }) => length);
  const moments = (of: Awaited<ReturnType<typeof load>>): number[] =>
    of.map((events) => new Set(events.map(({ timestamp }) => timestamp)).size);

  const counted = await load([seen(25)]);
  expect(sizes(counted)).toEqual([0, 24, 25, 25]);
  expect(moments(counted)).toEqual([0, 1, 1, 1]);
  for (const { timestamp } of counted.flat()) expect(timestamp).toBeGreaterThan(now - 10 * dayMs);
  // Two conditions on one kind of event, and a clock that goes on.
  const each = await load([seen(25), seen(30, null)]);
  expect(sizes(each)).toEqual([0, 30, 30, 30]);
  expect(moments(each)).toEqual(sizes(each));
  expect(moments(await load([seen(25)], now))).toEqual([0, 24, 25, 25]);
});
