import { afterEach } from 'vitest';
import type { AppContext } from '../app-context.ts';
import type { JobOf } from '../jobs/queues.ts';
import { countEvents, countStatuses, readSmsCounts } from './campaign-counts.ts';
import type { TestCampaign } from './create-test-campaign.ts';
import { dispatchAll, enqueueMessages } from './enqueue-messages.ts';
import type { FakeOperator } from './fake-operator.ts';
import { takeJobs } from './queued-jobs.ts';
import { withFakeOperator } from './with-fake-operator.ts';

type Draft = Omit<Parameters<typeof enqueueMessages>[1], 'operatorUrl'>;

/** The hooks of a file whose tests send messages, each to an operator of its own, and what they do and ask. */
export const withSending = (tell: Parameters<typeof withFakeOperator>[0]) => {
  let context: AppContext;
  let operator: FakeOperator;
  withFakeOperator((ground) => {
    ({ context, operator } = ground);
    tell(ground);
  });
  afterEach(() => takeJobs(context, 'dispatch'));
  return {
    enqueue: (draft: Draft = {}) => enqueueMessages(context, { operatorUrl: operator.url, ...draft }),
    dispatchAll: (jobs: readonly JobOf<'dispatch'>[]) => dispatchAll(context, jobs),
    statuses: (campaign: TestCampaign) => countStatuses(context, campaign),
    eventStatuses: (campaign: TestCampaign) => countEvents(context, campaign),
    smsCounts: (campaign: TestCampaign) => readSmsCounts(context, campaign),
  };
};
