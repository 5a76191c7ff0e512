import type { Run } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import type { AppContext } from '../app-context.ts';
import { publishScenario } from '../modules/runs/publish.ts';
import { describeScenario, saveDraft } from '../modules/scenarios/service.ts';
import type { TestCampaign } from './create-test-campaign.ts';

type Place = Pick<TestCampaign, 'projectId' | 'scenarioId'>;
type Saved = Place & Pick<TestCampaign, 'start'>;

/** What a pause, a stop and their kin are asked with. */
export const requestOf = ({ projectId, scenarioId, userId }: Place & Pick<TestCampaign, 'userId'>) => ({
  projectId,
  scenarioId,
  by: { userId },
});

export const readStatus = async (context: AppContext, { projectId, scenarioId }: Place) =>
  (await describeScenario(context, { projectId, scenarioId })).status;

/** Saves a document over what a scenario was started with, or over a later revision; what the next start is asked with. */
export const saveNext = async (
  context: AppContext,
  { projectId, scenarioId, start }: Saved,
  {
    document,
    revision = start.revision,
  }: { readonly document: ScenarioDocument; readonly revision?: number },
): Promise<TestCampaign['start']> => {
  const draft = { document, revision, by: start.by };
  const saved = await saveDraft(context, { projectId, scenarioId }, draft);
  return { ...start, revision: saved.revision };
};

/** Publishes a document over the version of a scenario that is running. */
export const publishNext = async (
  context: AppContext,
  scenario: Saved,
  { document, inside }: { readonly document: ScenarioDocument; readonly inside: 'finish' | 'move' | 'leave' },
): Promise<Run> => {
  const start = await saveNext(context, scenario, { document });
  return publishScenario(context, { ...start, inside });
};
