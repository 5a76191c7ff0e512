import { renderEventProperties } from '../event-properties.ts';
import { decideMessage } from '../gate.ts';
import type { NodeInput, NodeOutcome } from '../node-outcome.ts';

/** An SMS node asks the gate; the walk goes on whether or not a message leaves. */
export const executeSms = ({ node, customer, facts, prepare }: NodeInput<'sms'>): NodeOutcome => {
  const prepared = prepare(node);
  const decision = decideMessage(prepared, customer, facts);
  return {
    output: 'out',
    message: { decision, properties: renderEventProperties(prepared, customer, facts) },
  };
};
