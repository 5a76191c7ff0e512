import type { NodeInput, NodeOutcome } from '../node-outcome.ts';

/** A Now trigger lets everyone through; whom it enrols is decided at the start. */
export const executeNow = (_input: NodeInput<'now'>): NodeOutcome => ({ kind: 'leave', output: 'out' });
