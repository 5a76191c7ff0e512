import {
  findReferences,
  type ProjectReference,
  type ScenarioDocument,
  type ScenarioIssue,
} from '@curlew/scenario';

/** What a project has for its scenarios to refer to. */
export interface ProjectParts {
  readonly integrations: readonly { readonly id: string; readonly isDefault: boolean }[];
  readonly consentCategoryIds: ReadonlySet<string>;
  readonly frequencyPolicyIds: ReadonlySet<string>;
}

const codes: { readonly [K in ProjectReference['kind']]: string } = {
  integration: 'no_integration',
  consent_category: 'no_consent_category',
  frequency_policy: 'no_frequency_policy',
};

const messages: { readonly [K in ProjectReference['kind']]: string } = {
  integration: 'The provider to send through was deleted: choose another',
  consent_category: 'The consent category was deleted: choose another',
  frequency_policy: 'The frequency policy was deleted: choose another',
};

const issueOf = (kind: ProjectReference['kind'], nodeId: string, field: string): ScenarioIssue => ({
  code: codes[kind],
  severity: 'error',
  nodeId,
  field,
  message: messages[kind],
});

/** Where a document names what its project does not have, or leaves it to a default that is not there. */
export const findReferenceIssues = (
  document: ScenarioDocument,
  { integrations, consentCategoryIds, frequencyPolicyIds }: ProjectParts,
): ScenarioIssue[] => {
  const known = {
    integration: new Set(integrations.map(({ id }) => id)),
    consent_category: consentCategoryIds,
    frequency_policy: frequencyPolicyIds,
  };
  const missing = findReferences(document)
    .filter(({ kind, id }) => !known[kind].has(id))
    .map(({ kind, nodeId, field }) => issueOf(kind, nodeId, field));
  if (integrations.some(({ isDefault }) => isDefault)) return missing;
  const withoutDefault = document.nodes
    .filter((node) => node.kind === 'sms' && node.settings.integrationId === null)
    .map(({ id }) => ({
      ...issueOf('integration', id, 'integrationId'),
      message: 'There is no provider to send through: add one in the settings',
    }));
  return [...withoutDefault, ...missing];
};
