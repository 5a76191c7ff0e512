import { customerZone } from '../customer-zone.ts';
import type { NodeInput, NodeOutcome } from '../node-outcome.ts';

/** A Silent hours node holds whom it is silent for until it is not. */
export const executeSilentHours = ({
  node,
  customer,
  facts,
  reachedAt,
  memory,
}: NodeInput<'silent_hours'>): NodeOutcome => {
  const until = memory.silentUntil(node.settings, customerZone(node.settings.timeZone, customer, facts));
  if (until > facts.now) return { kind: 'hold', until, output: 'out' };
  return { kind: 'leave', output: 'out', ...(facts.now > reachedAt ? { why: facts.now } : {}) };
};
