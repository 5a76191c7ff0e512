import type { NodeInput, NodeOutcome } from '../node-outcome.ts';

/** A trigger that decides nothing about one customer: whom it enrols was decided before. */
export const executeEntry = (_input: Pick<NodeInput<'now'>, 'facts'>): NodeOutcome => ({
  kind: 'leave',
  output: 'out',
});
