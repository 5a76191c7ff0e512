import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../app-context.ts';
import type { JobOf } from '../jobs/queues.ts';
import { dispatch } from '../modules/messages/dispatch.ts';
import { startScenario } from '../modules/runs/start.ts';
import { walkEnrolments } from '../modules/walk/walk-job.ts';
import { manyCustomers } from './add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from './create-test-campaign.ts';
import { takeJobs } from './queued-jobs.ts';

type Draft = Parameters<typeof createTestCampaign>[1];

/** A campaign whose messages, one to each of three customers unless said, are enqueued, with the jobs that are to send them. */
export const enqueueMessages = async (
  context: AppContext,
  draft: Partial<Draft> & Pick<Draft, 'operatorUrl'>,
): Promise<{ campaign: TestCampaign; runId: string; jobs: JobOf<'dispatch'>[] }> => {
  const campaign = await createTestCampaign(context, {
    document: createDocument(),
    customers: manyCustomers(3),
    ...draft,
  });
  const { id: runId } = await startScenario(context, campaign.start);
  for (const job of await takeJobs(context, 'walk')) await walkEnrolments(context, job);
  return { campaign, runId, jobs: await takeJobs(context, 'dispatch') };
};

/** Dispatches these jobs, or those that are queued. */
export const dispatchAll = async (
  context: AppContext,
  jobs?: readonly JobOf<'dispatch'>[],
): Promise<void> => {
  for (const job of jobs ?? (await takeJobs(context, 'dispatch'))) await dispatch(context, job);
};
