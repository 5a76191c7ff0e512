import type { ScenarioDocument } from './document.ts';
import type { CustomerFilter } from './filter/filter.ts';
import type { ScenarioNode } from './node.ts';
import type { SmsSettings } from './nodes/sms-settings.ts';

/** Where a document names something of its project; `field` is the dotted path inside the node's settings. */
export interface ProjectReference {
  readonly kind: 'integration' | 'consent_category' | 'frequency_policy';
  readonly id: string;
  readonly nodeId: string;
  readonly field: string;
}

type Replace = (reference: ProjectReference) => string | null;
type ReplaceId = (kind: ProjectReference['kind'], id: string | null, field: string) => string | null;

const mapFilter = (filter: CustomerFilter, field: string, replace: ReplaceId): CustomerFilter => ({
  ...filter,
  groups: filter.groups.map((group, at) => ({
    ...group,
    conditions: group.conditions.map((condition, index) => {
      if (condition.kind !== 'consent') return condition;
      const path = `${field}.groups.${at}.conditions.${index}.categoryId`;
      return { ...condition, categoryId: replace('consent_category', condition.categoryId, path) };
    }),
  })),
});

const policyChoice = (id: string | null): SmsSettings['frequencyPolicy'] =>
  id === null ? { of: 'project' } : { of: 'own', value: id };

const mapNode = (node: ScenarioNode, replace: ReplaceId): ScenarioNode => {
  if (node.kind === 'sms') {
    const { integrationId, consentCategoryId, frequencyPolicy } = node.settings;
    const policyId =
      frequencyPolicy.of === 'own'
        ? replace('frequency_policy', frequencyPolicy.value, 'frequencyPolicy.value')
        : null;
    const settings = {
      ...node.settings,
      integrationId: replace('integration', integrationId, 'integrationId'),
      consentCategoryId: replace('consent_category', consentCategoryId, 'consentCategoryId'),
      ...(frequencyPolicy.of === 'own' && { frequencyPolicy: policyChoice(policyId) }),
    };
    return { ...node, settings };
  }
  if (node.kind === 'change_consent') {
    const categoryId = replace('consent_category', node.settings.categoryId, 'categoryId');
    return { ...node, settings: { ...node.settings, categoryId } };
  }
  if (node.kind === 'condition')
    return { ...node, settings: { filter: mapFilter(node.settings.filter, 'filter', replace) } };
  return node;
};

/** The document with everything of its project that it names replaced: by another id, or by nothing. */
export const mapReferences = (document: ScenarioDocument, replace: Replace): ScenarioDocument => ({
  ...document,
  nodes: document.nodes.map((node) =>
    mapNode(node, (kind, id, field) => (id === null ? null : replace({ kind, id, nodeId: node.id, field }))),
  ),
});

/** Everything of its project that a document names, by node. */
export const findReferences = (document: ScenarioDocument): ProjectReference[] => {
  const found: ProjectReference[] = [];
  mapReferences(document, (reference) => {
    found.push(reference);
    return reference.id;
  });
  return found;
};
