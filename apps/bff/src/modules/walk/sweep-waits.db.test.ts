import { beforeEach, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';
import { beginRun, type BegunRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { sweepWaits } from './sweep-waits.ts';
import { addWaits } from './wait-store.ts';
import { walkEnrolments } from './walk-job.ts';

const hourMs = 3_600_000;
let context: AppContext;
let world: World;
const clock = beginOnMonday((ground) => {
  ({ context, world } = ground);
});

beforeEach(async () => {
  await context.database.pool.query('DELETE FROM wait_group');
  await takeJobs(context, 'walk');
});

const document = drawDocument(
  [
    ['now', 'now'],
    ['wait', 'wait', { mode: 'duration', duration: { amount: 1, unit: 'hours' } }],
    ['sms', 'sms'],
  ],
  ['now > wait', 'wait > sms'],
);

const begin = (customers: number): Promise<BegunRun> => beginRun(world, document, manyCustomers(customers));

const readGroups = async (): Promise<{ size: number; waitsUntil: number }[]> => {
  const { rows } = await context.database.pool.query<{ size: number; waitsUntil: Date }>(
    'SELECT size, waits_until AS "waitsUntil" FROM wait_group ORDER BY waits_until, id',
  );
  return rows.map(({ size, waitsUntil }) => ({ size, waitsUntil: waitsUntil.getTime() }));
};

const walkAll = async (): Promise<number> => {
  const jobs = await takeJobs(context, 'walk');
  for (const job of jobs) await walkEnrolments(context, job);
  return jobs.length;
};

it('those who are held by one walk until one moment are kept as one, and sent on once', async () => {
  const begun = await begin(3);
  expect(await readGroups()).toEqual([{ size: 3, waitsUntil: monday + hourMs }]);
  clock.now = monday + hourMs - 1;
  await sweepWaits(context);
  expect(await walkAll()).toBe(0);
  clock.now += 1;
  for (let turn = 0; turn < 3; turn += 1) await sweepWaits(context);
  expect(await walkAll()).toBe(1);
  expect(await readGroups()).toEqual([]);
  expect(await begun.places()).toEqual({ 'sms finished': 3 });
});

it('a walk that is committed long after the end of its wait is found by the next sweep', async () => {
  const begun = await begin(2);
  const [group] = await readGroups();
  await context.database.pool.query('UPDATE wait_group SET waits_until = $1', [
    new Date(monday - 100 * hourMs),
  ]);
  expect(group?.size).toBe(2);
  clock.now = monday + 5 * hourMs;
  await sweepWaits(context);
  await walkAll();
  expect(await begun.places()).toEqual({ 'sms finished': 2 });
});

it('whom a clock that was ahead has sent on too early is held on, and sent on when it is time', async () => {
  const begun = await begin(2);
  clock.now = monday + 100 * hourMs;
  await sweepWaits(context);
  clock.now = monday + 60_000;
  await walkAll();
  expect(await begun.places()).toEqual({ 'wait active': 2 });
  expect(await readGroups()).toEqual([{ size: 2, waitsUntil: monday + hourMs }]);
  clock.now = monday + hourMs;
  await world.settle();
  expect(await begun.places()).toEqual({ 'sms finished': 2 });
});

it('whoever is looked at before their time for another reason is not kept twice', async () => {
  const begun = await begin(2);
  const { rows } = await context.database.pool.query<{ id: string }>(
    'SELECT id FROM enrolment WHERE run_id = $1',
    [begun.runId],
  );
  const enrolmentIds = rows.map(({ id }) => id);
  await walkEnrolments(context, { runId: begun.runId, nodeId: 'wait', enrolmentIds });
  expect(await readGroups()).toEqual([{ size: 2, waitsUntil: monday + hourMs }]);
});

it('however many are due, all are handed over, a thousand to a walk', async () => {
  const begun = await begin(1);
  await context.database.pool.query('DELETE FROM wait_group');
  const { rows } = await context.database.pool.query<{ id: string }>(
    'SELECT new_uuid() AS id FROM generate_series(1, 25100)',
  );
  const ids = rows.map(({ id }) => id);
  const groups = [
    ...Array.from({ length: 25 }, (_, index) => ids.slice(index * 1_000, (index + 1) * 1_000)),
    ...ids.slice(25_000).map((id) => [id]),
  ].map((enrolmentIds, index) => ({
    runId: begun.runId,
    nodeId: 'wait',
    waitsUntil: new Date(monday + index * 1_000),
    enrolmentIds,
  }));
  const connection = await context.database.pool.connect();
  try {
    await addWaits(connection, begun.projectId, groups);
  } finally {
    connection.release();
  }
  clock.now = monday + 2 * hourMs;
  await sweepWaits(context);
  const jobs = await takeJobs(context, 'walk');
  const handed = jobs.flatMap(({ enrolmentIds }) => enrolmentIds);
  expect([handed.length, new Set(handed).size]).toEqual([25_100, 25_100]);
  expect(new Set(handed)).toEqual(new Set(ids));
  expect(Math.max(...jobs.map(({ enrolmentIds }) => enrolmentIds.length))).toBe(1_000);
  expect(await readGroups()).toEqual([]);
});
