import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawDocument } from '@curlew/testkit';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from '../../testing/create-test-campaign.ts';
import { newId } from '../../new-id.ts';
import { isAnyoneWaiting } from '../../testing/is-anyone-waiting.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readMessages, tally } from '../../testing/read-campaign.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';
import { until } from '../../testing/until.ts';
import { changeScenarios } from '../scenarios/change-scenarios.ts';
import { trackEvents } from '../customers/track-events.ts';
import { describeScenario, saveDraft } from '../scenarios/service.ts';
import { routeEvents } from '../triggers/route-events.ts';
import { walkEnrolments } from '../walk/walk-job.ts';
import { pauseScenario, resumeScenario, stopScenario } from './life-cycle.ts';
import { publishScenario } from './publish.ts';
import { startScenario } from './start.ts';
import { advanceRun } from './store.ts';

let test: TestContext;
let context: AppContext;

beforeAll(async () => {
  test = await createTestContext();
  ({ context } = test);
});
afterAll(() => test.stop());

/** Does something while a transaction stands still at its first step. */
const during = async (
  step: (connection: PoolClient) => Promise<unknown>,
  work: () => Promise<unknown>,
): Promise<void> => {
  const other = await context.database.pool.connect();
  try {
    await other.query('BEGIN');
    await step(other);
    await work();
    await other.query('COMMIT');
  } finally {
    other.release();
  }
};

const throughLimit = drawDocument(
  [
    ['now', 'now'],
    ['on', 'on_event', { event: 'sign_up' }],
    ['limit', 'limit', { most: 5 }],
    ['wait', 'wait', { mode: 'duration', duration: { amount: 1, unit: 'hours' } }],
    ['sms', 'sms'],
  ],
  ['now > limit', 'on > limit', 'limit.pass > wait', 'wait > sms'],
);

const begin = async (customers = 3) => {
  const campaign = await createTestCampaign(context, {
    document: throughLimit,
    customers: manyCustomers(customers),
  });
  const { id: runId } = await startScenario(context, campaign.start);
  const jobs = await takeJobs(context, 'walk');
  return { campaign, runId, jobs };
};

const requestOf = ({ projectId, scenarioId, userId }: TestCampaign) => ({
  projectId,
  scenarioId,
  by: { userId },
});

const saveAgain = async ({ projectId, scenarioId, start }: TestCampaign, revision = start.revision) => {
  const draft = { document: throughLimit, revision, by: start.by };
  return { ...start, revision: (await saveDraft(context, { projectId, scenarioId }, draft)).revision };
};

/** Two workers that look at events until nobody tells any more. */
const routeWhile = async (work: () => Promise<void>): Promise<void> => {
  const working = { isDone: false };
  const router = async (): Promise<void> => {
    while (!working.isDone) await routeEvents(context);
    await routeEvents(context);
  };
  const routers = [router(), router()];
  try {
    await work();
  } finally {
    working.isDone = true;
    await Promise.all(routers);
  }
};

const places = async (projectId: string): Promise<Record<string, number>> => {
  const { rows } = await context.database.pool.query<{ place: string }>(
    `SELECT r.status || ' ' || node_id || ' ' || e.status || coalesce(' ' || ending, '') AS place
     FROM enrolment e JOIN run r ON r.id = e.run_id WHERE e.project_id = $1`,
    [projectId],
  );
  return tally(rows.map(({ place }) => place));
};

const statusOf = async ({ projectId, scenarioId }: TestCampaign) =>
  (await describeScenario(context, { projectId, scenarioId })).status;

/** A walk that has its customers and stands still before its Limit while something else is begun. */
const duringWalk = async (
  { runId, jobs }: Awaited<ReturnType<typeof begin>>,
  work: () => Promise<unknown>,
): Promise<void> => {
  let walks: Promise<unknown> = Promise.resolve();
  let worked: Promise<unknown> = Promise.resolve();
  await during(
    (other) =>
      other.query(
        `INSERT INTO limit_count (run_id, node_id, project_id) SELECT id, 'limit', project_id FROM run WHERE id = $1`,
        [runId],
      ),
    async () => {
      walks = Promise.all(jobs.map((job) => walkEnrolments(context, job)));
      await until(() => isAnyoneWaiting(context));
      worked = work();
      // What is begun now either waits or does not; it is given the time to.
      await new Promise((resolve) => setTimeout(resolve, 300));
    },
  );
  await Promise.all([walks, worked]);
};

describe('while a walk is being made', () => {
  it('a version that takes those inside over comes after it', async () => {
    const begun = await begin();
    const { campaign } = begun;
    const next = await saveAgain(campaign);
    await duringWalk(begun, () => publishScenario(context, { ...next, inside: 'move' }));
    expect(await places(campaign.projectId)).toEqual({ 'active wait active': 3 });
    expect(await statusOf(campaign)).toBe('active');
  });

  it.each(['stop', 'pause'] as const)('a %s comes after it, and before whatever comes next', async (how) => {
    const begun = await begin();
    const { campaign, runId } = begun;
    const command = how === 'stop' ? stopScenario : pauseScenario;
    let seen: Record<string, number> = {};
    await duringWalk(begun, async () => {
      await command(context, requestOf(campaign));
      seen = await places(campaign.projectId);
    });
    const status = how === 'stop' ? 'stopped' : 'active';
    expect(seen).toEqual({ [`${status} wait active`]: 3 });
    const { rows } = await context.database.pool.query<{ id: string }>(
      'SELECT id FROM enrolment WHERE run_id = $1',
      [runId],
    );
    await walkEnrolments(context, { runId, nodeId: 'wait', enrolmentIds: rows.map(({ id }) => id) });
    expect(await readMessages(context, campaign.projectId)).toEqual([]);
  });

  it('a walk that finds the life of its scenario being changed comes again', async () => {
    const { campaign, jobs } = await begin();
    await during(
      (other) =>
        other.query(`SELECT pg_advisory_xact_lock(hashtextextended('scenario ' || $1, 0))`, [
          campaign.scenarioId,
        ]),
      () => Promise.all(jobs.map((job) => walkEnrolments(context, job))),
    );
    expect(await places(campaign.projectId)).toEqual({ 'active now active': 3 });
    expect(await takeJobs(context, 'walk')).toEqual(jobs);
  });
});

it('a scenario whose last two runs end at once has ended', async () => {
  const { campaign, runId } = await begin();
  const next = await saveAgain(campaign);
  const { id: nextId } = await publishScenario(context, { ...next, inside: 'finish' });
  // Somebody is in each of them.
  await context.database.pool.query(
    `UPDATE run SET enrolled = 3, walked = 0, is_open = FALSE, status = 'finishing', finished_at = NULL WHERE id = ANY($1::uuid[])`,
    [[runId, nextId]],
  );
  await context.database.pool.query(`UPDATE scenario SET status = 'finishing' WHERE id = $1`, [
    campaign.scenarioId,
  ]);
  let second: Promise<void> = Promise.resolve();
  await during(
    (first) => advanceRun(first, runId, 3),
    async () => {
      second = context.database.transaction((connection) => advanceRun(connection, nextId, 3));
      await new Promise((resolve) => setTimeout(resolve, 200));
    },
  );
  await second;
  expect(await statusOf(campaign)).toBe('inactive');
});

it('of events that come while versions are published one over another each lets in once', async () => {
  const { campaign } = await begin();
  const { projectId, scenarioId, customerIds } = campaign;
  const track = (): Promise<void> =>
    context.database.transaction((connection) =>
      trackEvents(
        connection,
        projectId,
        customerIds.map((customerId) => ({
          id: newId(),
          customerId,
          type: 'sign_up',
          timestamp: new Date().toISOString(),
          properties: {},
        })),
      ),
    );
  let told = 0;
  await routeWhile(async () => {
    let { revision } = campaign.start;
    for (const inside of ['move', 'finish', 'leave', 'move'] as const) {
      const next = await saveAgain(campaign, revision);
      ({ revision } = next);
      const published = publishScenario(context, { ...next, inside });
      for (let batch = 0; batch < 20; batch += 1) {
        await track();
        told += customerIds.length;
      }
      await published;
    }
  });
  const { rows } = await context.database.pool.query<{ entered: number; events: number }>(
    `SELECT count(*)::int AS entered, count(DISTINCT event_id)::int AS events FROM enrolment e
     JOIN run r ON r.id = e.run_id WHERE r.scenario_id = $1 AND trigger_id = 'on'`,
    [scenarioId],
  );
  expect(rows).toEqual([{ entered: told, events: told }]);
  await takeJobs(context, 'walk');
});

describe('two commands at once', () => {
  it('publish what was saved once', async () => {
    const { campaign } = await begin();
    const next = await saveAgain(campaign);
    const published = await Promise.allSettled([
      publishScenario(context, { ...next, inside: 'move' }),
      publishScenario(context, { ...next, inside: 'leave' }),
    ]);
    expect(published.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refusal = published.find((one) => one.status === 'rejected');
    expect(refusal?.reason).toMatchObject({ code: 'already_running' });
  });

  it('start once', async () => {
    const campaign = await createTestCampaign(context, {
      document: throughLimit,
      customers: manyCustomers(2),
    });
    const started = await Promise.allSettled([
      startScenario(context, campaign.start),
      startScenario(context, campaign.start),
    ]);
    expect(started.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(Object.values(await places(campaign.projectId))).toEqual([2]);
  });

  it('leave a scenario either stopped or going on, and nothing that was put aside behind', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { campaign, jobs } = await begin();
      await pauseScenario(context, requestOf(campaign));
      for (const job of jobs) await walkEnrolments(context, job);
      const next = await saveAgain(campaign);
      await Promise.allSettled([
        resumeScenario(context, requestOf(campaign)),
        stopScenario(context, requestOf(campaign)),
        publishScenario(context, { ...next, inside: 'move' }),
      ]);
      const status = await statusOf(campaign);
      const { rows } = await context.database.pool.query<{ status: string; paused: boolean }>(
        'SELECT status::text AS status, paused_at IS NOT NULL AS paused FROM run WHERE scenario_id = $1',
        [campaign.scenarioId],
      );
      const open = rows.filter((run) => run.status === 'active' || run.status === 'finishing');
      expect(open).toHaveLength(status === 'active' ? 1 : 0);
      const { rowCount } = await context.database.pool.query(
        'SELECT FROM parked_job p JOIN run r ON r.id = p.run_id WHERE r.scenario_id = $1 AND r.paused_at IS NULL',
        [campaign.scenarioId],
      );
      expect(rowCount).toBe(0);
      await takeJobs(context, 'walk');
    }
  });

  it('put a scenario into the archive, or start it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const campaign = await createTestCampaign(context, { document: throughLimit, customers: [{}] });
      const { projectId, scenarioId, start } = campaign;
      await Promise.allSettled([
        startScenario(context, start),
        changeScenarios(context, projectId, {
          ids: [scenarioId],
          change: { kind: 'archive' },
          by: start.by,
        }),
      ]);
      const status = await statusOf(campaign);
      expect(Object.keys(await places(projectId))).toHaveLength(status === 'active' ? 1 : 0);
      expect(['active', 'archived']).toContain(status);
      await takeJobs(context, 'walk');
    }
  });
});
