import type { AppContext } from '../app-context.ts';
import { startScenario } from '../modules/runs/start.ts';
import { walkEnrolments } from '../modules/walk/walk-job.ts';
import { createTestCampaign } from './create-test-campaign.ts';
import { takeJobs } from './queued-jobs.ts';

type Options = Parameters<typeof createTestCampaign>[1];

/** Starts a scenario and gives back its run and the walk jobs that were queued. */
export const beginScenario = async (context: AppContext, options: Options) => {
  const campaign = await createTestCampaign(context, options);
  const { id: runId } = await startScenario(context, campaign.start);
  return { campaign, runId, jobs: await takeJobs(context, 'walk') };
};

/** Starts a scenario and walks everyone in it as far as they come. */
export const walkScenario = async (context: AppContext, options: Options) => {
  const begun = await beginScenario(context, options);
  for (const job of begun.jobs) await walkEnrolments(context, job);
  return begun;
};
