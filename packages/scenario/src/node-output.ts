import type { NodeOutput } from './node-kind.ts';

/** The one output of a node that everyone leaves by. */
export const onlyOutput: readonly NodeOutput[] = [{ id: 'out', label: '' }];
