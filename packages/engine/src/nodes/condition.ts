import type { NodeInput, NodeOutcome, Why } from '../node-outcome.ts';
import { cutWhy } from '../cut-why.ts';

/** A Condition parts customers by its filter, and says which condition decided and what it found. */
export const executeCondition = ({ node, customer, memory }: NodeInput<'condition'>): NodeOutcome => {
  const { isMet, decidedBy, value } = memory.ask(node)({
    attributes: customer.stored ?? customer.attributes,
    events: customer.events ?? [],
    grantedConsents: customer.grantedConsents,
  });
  const output = isMet ? 'match' : 'no_match';
  const why: Why | null = decidedBy === null ? null : [decidedBy, cutWhy(value)];
  return { kind: 'leave', output, ...(why === null ? {} : { why }) };
};
