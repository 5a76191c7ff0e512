import { dryScriptSchema } from '@curlew/contract';
import { createDocument, createSmsNode } from '@curlew/testkit';
import type { AppContext } from '../app-context.ts';
import { countAudience } from '../modules/audience-ranges/service.ts';
import { createPolicy } from '../modules/message-settings/policies.ts';
import { createExpectation } from '../modules/expectations/service.ts';
import { createFolder } from '../modules/folders/service.ts';
import { listRunWalks } from '../modules/walk-history/list-run-walks.ts';
import { startScenario } from '../modules/runs/start.ts';
import { listRevisions } from '../modules/revisions/service.ts';
import { uploadImport } from '../modules/imports/service.ts';
import { manyCustomers } from './add-test-customers.ts';
import { createTestCampaign, type TestCampaign } from './create-test-campaign.ts';
import { takeJobs } from './queued-jobs.ts';

/** Every id that a path of the contract names. */
export interface IdsOfProject {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly runId: string;
  readonly walkId: string;
  readonly revisionId: string;
  readonly customerId: string;
  readonly importId: string;
  readonly folderId: string;
  readonly rangeId: string;
  readonly integrationId: string;
  readonly policyId: string;
  readonly expectationId: string;
}

/** A project with one of each thing that has an id of its own. */
export const createOneOfEach = async (context: AppContext): Promise<IdsOfProject> => {
  const campaign: TestCampaign = await createTestCampaign(context, {
    document: createDocument(),
    customers: manyCustomers(2),
  });
  const { projectId, scenarioId, userId, start } = campaign;
  const run = await startScenario(context, start);
  const [revision] = (await listRevisions(context, campaign, { limit: 1 })).items;
  await takeJobs(context, 'walk');
  const content = Buffer.from('registered,first_name\nR-1,Ann\n');
  const uploaded = await uploadImport(context, projectId, { fileName: 'people.csv', content, userId });
  const [customerId = ''] = campaign.customerIds;
  const folder = await createFolder(context, projectId, { name: 'Seasons', by: { userId } });
  const counted = { scenarioId, node: createSmsNode(), wanted: 'any' } as const;
  const range = await countAudience(context, projectId, counted);
  await takeJobs(context, 'audienceRange');
  const policy = await createPolicy(context, projectId, {
    name: 'Gentle',
    rules: [{ most: 2, days: 7 }],
    userId,
  });
  const walks = await listRunWalks(context, { projectId, scenarioId, runId: run.id }, { limit: 1 });
  const expectation = await createExpectation(context, campaign, {
    name: 'Gets it',
    customer: { kind: 'real', id: customerId },
    start: { kind: 'weekday', weekday: 'mon', time: '09:00' },
    script: dryScriptSchema.parse({}),
    expected: [{ kind: 'gets_nothing' }],
    blocks: false,
    by: { userId, name: 'Tester' },
  });
  return {
    projectId,
    scenarioId,
    runId: run.id,
    walkId: walks.items[0]?.id ?? '',
    revisionId: revision?.id ?? '',
    customerId,
    importId: uploaded.id,
    folderId: folder.id,
    rangeId: range.id ?? '',
    integrationId: campaign.integrationId,
    policyId: policy.id,
    expectationId: expectation.id,
  };
};
