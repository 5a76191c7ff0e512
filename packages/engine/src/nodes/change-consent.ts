import type { NodeInput, NodeOutcome } from '../node-outcome.ts';

const dayMs = 86_400_000;

/** A Change consent node gives or revokes one consent, from this moment on. */
export const executeChangeConsent = ({ node, customer, facts }: NodeInput<'change_consent'>): NodeOutcome => {
  const { categoryId, action, validDays } = node.settings;
  if (categoryId === null) throw new Error(`node ${node.id} changes no consent: its category is missing`);
  const isGranted = action === 'grant';
  const grantedConsents = new Set(customer.grantedConsents);
  // A category of kind General takes none; one that was deleted grants nothing.
  if (isGranted) grantedConsents.add(categoryId);
  else if (!facts.project.generalCategories.has(categoryId)) grantedConsents.delete(categoryId);
  return {
    kind: 'leave',
    output: 'out',
    effects: [
      {
        kind: 'consent',
        categoryId,
        isGranted,
        validUntil: isGranted && validDays !== null ? facts.now + validDays * dayMs : null,
      },
    ],
    customer: { ...customer, grantedConsents },
  };
};
