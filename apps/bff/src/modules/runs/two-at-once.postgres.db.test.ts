import { describe, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { manyCustomers } from '../../testing/add-test-customers.ts';
import { createTestCampaign } from '../../testing/create-test-campaign.ts';
import { duringTransaction } from '../../testing/during-transaction.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { requestOf } from '../../testing/scenario-life.ts';
import { trackForEach } from '../../testing/track-for-each.ts';
import { throughLimit, withLimitedRuns } from '../../testing/with-limited-runs.ts';
import { changeScenarios } from '../scenarios/change-scenarios.ts';
import { routeEvents } from '../triggers/route-events.ts';
import { walkEnrolments } from '../walk/walk-job.ts';
import { pauseScenario, resumeScenario, stopScenario } from './life-cycle.ts';
import { publishScenario } from './publish.ts';
import { startScenario } from './start.ts';
import { advanceRun } from './store.ts';

let context: AppContext;
const { begin, saveAgain, statusOf, places } = withLimitedRuns((made) => {
  context = made;
});

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
  await duringTransaction(
    context,
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
  const { scenarioId, customerIds } = campaign;
  let told = 0;
  await routeWhile(async () => {
    let { revision } = campaign.start;
    for (const inside of ['move', 'finish', 'leave', 'move'] as const) {
      const next = await saveAgain(campaign, revision);
      ({ revision } = next);
      const published = publishScenario(context, { ...next, inside });
      for (let batch = 0; batch < 20; batch += 1) {
        await trackForEach(context, campaign, 'sign_up');
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
