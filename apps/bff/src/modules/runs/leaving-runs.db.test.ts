import { expect, it } from 'vitest';
import type { AppContext } from '../../app-context.ts';
import type { TestCampaign } from '../../testing/create-test-campaign.ts';
import { takeJobs } from '../../testing/queued-jobs.ts';
import { withSending } from '../../testing/with-sending.ts';
import { listScenarios } from '../scenarios/list.ts';
import { walkEnrolments } from '../walk/walk-job.ts';
import { pauseScenario, resumeScenario, stopScenario } from './life-cycle.ts';
import { listProjectRuns } from './list-runs.ts';
import { describeLatestRun } from './progress.ts';
import { settleRuns } from './settle-runs.ts';
import { startScenario } from './start.ts';

let context: AppContext;

const { enqueue, dispatchAll } = withSending((ground) => {
  ({ context } = ground);
});

const goingOf = async (campaign: TestCampaign) =>
  (await listProjectRuns(context, campaign, { show: 'going', limit: 10 })).items.map(
    ({ id, status, leaving }) => [id, status, leaving],
  );

const settledOf = async ({ projectId }: TestCampaign) => {
  const { rows } = await context.database.pool.query<{ isSettled: boolean }>(
    'SELECT is_settled AS "isSettled" FROM run WHERE project_id = $1 ORDER BY id',
    [projectId],
  );
  return rows.map(({ isSettled }) => isSettled);
};

const latestOf = async (campaign: TestCampaign) => {
  const { items } = await listScenarios(context, campaign.projectId, { limit: 10 });
  const listed = items.find(({ id }) => id === campaign.scenarioId)?.lastRun;
  const run = await describeLatestRun(context, campaign);
  expect(listed?.leavingEarlier).toBe(run?.leavingEarlier);
  return { status: listed?.status, leaving: listed?.leaving, leavingEarlier: listed?.leavingEarlier };
};

it('a run goes on until its messages have left, and so does its scenario when a later run is over', async () => {
  const { campaign, runId, jobs } = await enqueue();
  const other = await enqueue();
  await settleRuns(context);
  expect(await goingOf(campaign)).toEqual([[runId, 'finished', 3]]);
  const { id: later } = await startScenario(context, campaign.start);
  expect(await goingOf(campaign)).toEqual([
    [later, 'active', 0],
    [runId, 'finished', 3],
  ]);
  for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
  await dispatchAll(await takeJobs(context, 'dispatch'));
  await settleRuns(context);
  expect(await settledOf(campaign)).toEqual([false, true]);
  expect(await latestOf(campaign)).toEqual({ status: 'finished', leaving: 0, leavingEarlier: 3 });
  expect(await goingOf(campaign)).toEqual([[runId, 'finished', 3]]);
  // What can be done with a scenario that sends is done with the earlier run.
  const { projectId, scenarioId, start } = campaign;
  const request = { projectId, scenarioId, by: start.by };
  await pauseScenario(context, request);
  await dispatchAll(jobs);
  expect(await latestOf(campaign)).toMatchObject({ leavingEarlier: 3 });
  await resumeScenario(context, request);
  await dispatchAll(await takeJobs(context, 'dispatch'));
  expect(await latestOf(campaign)).toEqual({ status: 'finished', leaving: 0, leavingEarlier: 0 });
  // Before that is noted, and after.
  expect(await goingOf(campaign)).toEqual([]);
  await settleRuns(context);
  expect(await settledOf(campaign)).toEqual([true, true]);
  expect(await goingOf(campaign)).toEqual([]);
  expect(await goingOf(other.campaign)).toEqual([[other.runId, 'finished', 3]]);
});

it('a run that was stopped does not go on, whatever is still on its way', async () => {
  const { campaign } = await enqueue();
  const { projectId, scenarioId, start } = campaign;
  await stopScenario(context, { projectId, scenarioId, by: start.by });
  expect(await goingOf(campaign)).toEqual([]);
  expect(await latestOf(campaign)).toMatchObject({ status: 'stopped', leavingEarlier: 0 });
});
