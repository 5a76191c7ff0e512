import { findIssues, type ScenarioDocument, type ScenarioIssue } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { listIntegrations } from '../integrations/service.ts';
import { listConsentCategoryIds } from '../projects/service.ts';

/** Every problem of a document in its project: what the document shows by itself, and what it refers to. */
export const findStartIssues = async (
  context: AppContext,
  projectId: string,
  document: ScenarioDocument,
): Promise<ScenarioIssue[]> => {
  const [integrations, categories] = await Promise.all([
    listIntegrations(context, projectId),
    listConsentCategoryIds(context, projectId),
  ]);
  const known = new Set(integrations.map((integration) => integration.id));
  const hasDefault = integrations.some((integration) => integration.isDefault);
  const referenceIssues = document.nodes.flatMap((node): ScenarioIssue[] => {
    if (node.kind !== 'sms') return [];
    const { integrationId, consentCategoryId } = node.settings;
    const issue = (code: string, field: string, message: string): ScenarioIssue => ({
      code,
      severity: 'error',
      nodeId: node.id,
      field,
      message,
    });
    const issues: ScenarioIssue[] = [];
    if (integrationId === null ? !hasDefault : !known.has(integrationId)) {
      issues.push(
        issue(
          'no_integration',
          'integrationId',
          'There is no operator to send through: set up an integration',
        ),
      );
    }
    if (consentCategoryId !== null && !categories.has(consentCategoryId)) {
      issues.push(
        issue('no_consent_category', 'consentCategoryId', 'The consent category was deleted: choose another'),
      );
    }
    return issues;
  });
  return [...findIssues(document), ...referenceIssues];
};
