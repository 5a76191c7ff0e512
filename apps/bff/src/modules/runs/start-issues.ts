import { findIssues, findSettingsIssues, type ScenarioDocument, type ScenarioIssue } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { createPauses } from '../../pauses.ts';
import { listIntegrations } from '../integrations/service.ts';
import { listPolicies } from '../message-settings/policies.ts';
import { listCategoryIds, readProjectRules } from '../projects/service.ts';
import { findReferenceIssues } from './reference-issues.ts';
import { findTakenEventIssues } from './taken-event-issues.ts';

/** Every problem of a document in its project: what it shows by itself, what it refers to, and what cannot run. */
export const findStartIssues = async (
  context: AppContext,
  projectId: string,
  document: ScenarioDocument,
): Promise<ScenarioIssue[]> => {
  const [integrations, categories, frequencyPolicies, { campaignEvents }] = await Promise.all([
    listIntegrations(context, projectId),
    listCategoryIds(context, projectId),
    listPolicies(context.database.pool, projectId),
    readProjectRules(context, projectId),
  ]);
  // Node by node, with room for others between: what was found is known when all of it is asked for.
  const { pause } = createPauses();
  for (const node of document.nodes) {
    findSettingsIssues(node);
    await pause();
  }
  return [
    ...findIssues(document),
    ...findReferenceIssues(document, {
      integrations,
      consentCategoryIds: categories.all,
      frequencyPolicyIds: new Set(frequencyPolicies.map(({ id }) => id)),
    }),
    ...findTakenEventIssues(document, campaignEvents),
  ];
};
