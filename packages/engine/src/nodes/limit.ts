import type { NodeInput, NodeOutcome } from '../node-outcome.ts';

/** A Limit asks for leave to pass: how many have passed is nothing that a batch can know. */
export const executeLimit = ({ node, answer }: NodeInput<'limit'>): NodeOutcome =>
  answer?.kind === 'limit'
    ? { kind: 'leave', output: answer.passes ? 'pass' : 'full' }
    : { kind: 'ask', question: { kind: 'limit', most: node.settings.most } };
