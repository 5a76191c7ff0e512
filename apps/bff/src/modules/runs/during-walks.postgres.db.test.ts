import { describe, expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import { duringTransaction } from '../../testing/during-transaction.ts';
import { isAnyoneWaiting } from '../../testing/is-anyone-waiting.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { readMessages } from '../../testing/read-campaign.ts';
import { requestOf } from '../../testing/scenario-life.ts';
import { until } from '../../testing/until.ts';
import { withLimitedRuns } from '../../testing/with-limited-runs.ts';
import { walkEnrolments } from '../walk/walk-job.ts';
import { pauseScenario, stopScenario } from './life-cycle.ts';
import { publishScenario } from './publish.ts';

let context: AppContext;
const { begin, saveAgain, statusOf, places } = withLimitedRuns((made) => {
  context = made;
});

/** A walk that has its customers and stands still before its Limit while something else is begun. */
const duringWalk = async (
  { runId, jobs }: Awaited<ReturnType<typeof begin>>,
  work: () => Promise<unknown>,
): Promise<void> => {
  let walks: Promise<unknown> = Promise.resolve();
  let worked: Promise<unknown> = Promise.resolve();
  await duringTransaction(
    context,
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
    await duringTransaction(
      context,
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
