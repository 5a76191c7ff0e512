import type { AppContext } from '../app-context.ts';
import { describeLatestRun } from '../modules/runs/progress.ts';
import type { TestCampaign } from './create-test-campaign.ts';
import { readCampaignEvents, readMessages, tally } from './read-campaign.ts';

/** How many messages of a campaign there are of each status. */
export const countStatuses = async (
  context: AppContext,
  { projectId }: Pick<TestCampaign, 'projectId'>,
): Promise<Record<string, number>> =>
  tally((await readMessages(context, projectId)).map(({ status }) => status));

/** How many campaign events there are of each status. */
export const countEvents = async (
  context: AppContext,
  { projectId }: Pick<TestCampaign, 'projectId'>,
): Promise<Record<string, number>> =>
  tally((await readCampaignEvents(context, projectId)).map(({ properties }) => String(properties['status'])));

/** What the latest run shows at the only message of the usual document. */
export const readSmsCounts = async (
  context: AppContext,
  { projectId, scenarioId }: Pick<TestCampaign, 'projectId' | 'scenarioId'>,
) =>
  (await describeLatestRun(context, { projectId, scenarioId }))?.nodes.find(
    ({ nodeId }) => nodeId === 'sms-1',
  );
