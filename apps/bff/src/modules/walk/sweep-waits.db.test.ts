import { beforeEach, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { beginRun, type BegunRun } from '../../testing/begin-run.ts';
import type { World } from '../../testing/create-world.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { sweepMissed, sweepWaits } from './sweep-waits.ts';
import { walkEnrolments } from './walk-job.ts';
import { beginOnMonday, monday } from '../../testing/begin-on-monday.ts';

const hourMs = 3_600_000;
let context: AppContext;
let world: World;
const clock = beginOnMonday((ground) => {
  ({ context, world } = ground);
});

beforeEach(async () => {
  await context.database.pool.query(`UPDATE enrolment SET waits_until = NULL WHERE waits_until IS NOT NULL`);
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

/** Customers whose wait was over long ago, and whom the sweep has passed. */
const missed = async (customers: number): Promise<BegunRun> => {
  const begun = await beginRun(world, document, manyCustomers(customers));
  clock.now += 2 * hourMs;
  await context.database.pool.query('UPDATE wake_cursor SET waits_until = $1', [new Date(clock.now)]);
  return begun;
};

const idsOf = async (): Promise<string[]> =>
  (await takeJobs(context, 'walk')).flatMap(({ enrolmentIds }) => enrolmentIds);

it('whoever was missed is sent on once, as long as nothing has come of it', async () => {
  const begun = await missed(3);
  await sweepWaits(context);
  expect(await idsOf()).toEqual([]);
  for (let turn = 0; turn < 3; turn += 1) await sweepMissed(context);
  const jobs = await takeJobs(context, 'walk');
  expect(jobs.map(({ enrolmentIds }) => enrolmentIds.length)).toEqual([3]);
  for (const job of jobs) await walkEnrolments(context, job);
  expect(await begun.places()).toEqual({ 'sms finished': 3 });
});

it('walks that wait elsewhere, and some that always fail, keep nobody from being found', async () => {
  const broken = await missed(2);
  const other = await beginRun(world, document, manyCustomers(2));
  clock.now = monday + 4 * hourMs;
  await context.database.pool.query('UPDATE wake_cursor SET waits_until = $1', [new Date(clock.now)]);
  await sweepMissed(context);
  await context.database.pool.query(
    `DELETE FROM job.job WHERE name = 'walk' AND state < 'active' AND data->>'runId' = $1`,
    [other.runId],
  );
  for (let turn = 0; turn < 3; turn += 1) await sweepMissed(context);
  const jobs = await takeJobs(context, 'walk');
  expect(jobs.map(({ runId }) => runId).toSorted()).toEqual([broken.runId, other.runId].toSorted());
});

it('those of a paused run, however many, are left, and all others have their turn', async () => {
  const first = await missed(1);
  await context.database.pool.query(
    `INSERT INTO enrolment (id, project_id, run_id, customer_id, node_id, waits_until, entered_at)
     SELECT new_uuid(), project_id, run_id, customer_id, node_id, waits_until - interval '1 hour', entered_at
     FROM enrolment, generate_series(1, 25000) WHERE run_id = $1`,
    [first.runId],
  );
  await context.database.pool.query('UPDATE run SET paused_at = now() WHERE id = $1', [first.runId]);
  const second = await missed(1);
  await sweepMissed(context);
  expect((await takeJobs(context, 'walk')).map(({ runId }) => runId)).toEqual([second.runId]);
  await context.database.pool.query('UPDATE run SET paused_at = NULL WHERE id = $1', [first.runId]);
  await sweepMissed(context);
  const ids = await idsOf();
  expect([ids.length, new Set(ids).size]).toEqual([25_002, 25_002]);
});

it('a clock that was far ahead and is put back makes nobody late', async () => {
  const begun = await beginRun(world, document, manyCustomers(2));
  await context.database.pool.query(`UPDATE wake_cursor SET waits_until = '2030-01-01'`);
  await sweepWaits(context);
  clock.now = monday + hourMs;
  await world.settle();
  expect(await begun.places()).toEqual({ 'sms finished': 2 });
});
