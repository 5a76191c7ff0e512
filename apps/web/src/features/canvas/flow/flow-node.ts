import { describeNode, nodeKinds, type ScenarioNode } from '@curlew/scenario';
import { Position as Side } from '@xyflow/react';
import { formatCount } from '../../../lib/format-number.ts';
import type { Position } from '../commands/free-place.ts';
import type { ProblemCount } from '../problems/count-problems.ts';
import { isSameValue } from '../saving/is-same-value.ts';
import { type FlowCard, type FlowNodeData, inputHandle } from './flow-types.ts';
import { cardBorder, handleTop, nodeHeight, nodeWidth, outputTop } from './node-size.ts';

/** All that makes a node look as it does. */
export interface NodeFacts {
  readonly position: Position;
  readonly selected: boolean;
  readonly data: FlowNodeData;
}

export const handleSize = 12;

// Exactly where the card has it: React Flow takes this for nodes that are new to it, and measures the others.
const handleAt = (x: number, y: number) => ({
  x: x - handleSize / 2,
  y: y + cardBorder - handleSize / 2,
  width: handleSize,
  height: handleSize,
});

/** Where connections end at a card, from its upper left corner. */
export const handlesOf = (node: ScenarioNode): NonNullable<FlowCard['handles']> => [
  ...(nodeKinds[node.kind].hasInput
    ? [{ id: inputHandle, type: 'target' as const, position: Side.Left, ...handleAt(cardBorder, handleTop) }]
    : []),
  ...describeNode(node).outputs.map(({ id }, index, { length }) => ({
    id,
    type: 'source' as const,
    position: Side.Right,
    ...handleAt(nodeWidth - cardBorder, outputTop(index, length)),
  })),
];

const labelOf = (node: ScenarioNode, problems: ProblemCount | null): string => {
  const count = problems ? problems.errors + problems.warnings : 0;
  const { title } = nodeKinds[node.kind];
  const words = [node.name, ...(title === node.name ? [] : [title]), describeNode(node).summary];
  return [...words, ...(count > 0 ? [formatCount(count, 'problem')] : [])].join(', ');
};

/** True when a node that was drawn shows these facts already. */
export const showsNode = (drawn: FlowCard, { position, selected, data }: NodeFacts): boolean =>
  drawn.position === position &&
  drawn.selected === selected &&
  drawn.data.node === data.node &&
  // A run that goes on tells of all its nodes anew each time.
  isSameValue(drawn.data.counts, data.counts) &&
  drawn.data.target === data.target &&
  drawn.data.openOutputs === data.openOutputs &&
  drawn.data.problems?.errors === data.problems?.errors &&
  drawn.data.problems?.warnings === data.problems?.warnings;

/** A node as React Flow draws it, with its size and handles: nothing of it has to be measured. */
export const drawNode = ({ position, selected, data }: NodeFacts): FlowCard => {
  const height = nodeHeight(describeNode(data.node).outputs.length, data.counts !== null);
  return {
    id: data.node.id,
    type: 'scenario',
    position,
    width: nodeWidth,
    height,
    measured: { width: nodeWidth, height },
    handles: handlesOf(data.node),
    selected,
    ariaLabel: labelOf(data.node, data.problems),
    data,
  };
};
