import type { ProjectFacts } from '../facts.ts';
import type { NodeInput, NodeOutcome } from '../node-outcome.ts';

const dayMs = 86_400_000;

/** Why there is no consent to a category that could be changed; null: there is. */
const findObstacle = (categoryId: string, project: ProjectFacts): string | null => {
  if (project.generalCategories.has(categoryId)) return 'general_category';
  return project.consentCategories?.has(categoryId) === false ? 'deleted_category' : null;
};

/** A Change consent node gives or revokes one consent, from this moment on. */
export const executeChangeConsent = ({ node, customer, facts }: NodeInput<'change_consent'>): NodeOutcome => {
  const { categoryId, action, validDays } = node.settings;
  if (categoryId === null) throw new Error(`node ${node.id} changes no consent: its category is missing`);
  const obstacle = findObstacle(categoryId, facts.project);
  if (obstacle !== null) return { kind: 'leave', output: 'out', why: obstacle };
  const isGranted = action === 'grant';
  const grantedConsents = new Set(customer.grantedConsents);
  if (isGranted) grantedConsents.add(categoryId);
  else grantedConsents.delete(categoryId);
  const validUntil = isGranted && validDays !== null ? facts.now + validDays * dayMs : null;
  return {
    kind: 'leave',
    output: 'out',
    effects: [{ kind: 'consent', categoryId, isGranted, validUntil }],
    customer: { ...customer, grantedConsents },
  };
};
