import { createHash } from 'node:crypto';
import type { MessageFacts } from '@curlew/engine';
import { messageRulesOf } from '@curlew/scenario';
import type { RangeRequest } from './store.ts';

/** A name for all that decides what is counted, the customers' data and the moment aside. */
export const hashContent = ({ scenario, node }: RangeRequest, facts: MessageFacts): string => {
  const { sender, defaultLanguage, versions, maximumParts, consentCategoryId, ...rules } = node.settings;
  const { linkShortener, identityTransfer, utm } = rules;
  const { project, defaults, shortener } = facts;
  const { frequencyPolicyId } = messageRulesOf(node, defaults);
  const content = {
    // Raised when the same content is counted in another way.
    version: 2,
    scenario,
    node: [node.id, node.number, node.name],
    message: [sender, defaultLanguage, versions, maximumParts, consentCategoryId],
    // Nobody gets a message under a policy that was deleted; what any other allows is not counted.
    isPolicyGone: frequencyPolicyId !== null && !project.frequencyPolicies.has(frequencyPolicyId),
    links: [linkShortener, identityTransfer, utm, shortener?.base],
    project: { ...project, generalCategories: [...project.generalCategories].sort() },
    defaults,
  };
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
};
