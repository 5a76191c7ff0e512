import type { NodeCounts } from '@curlew/contract';
import { describeNode, type ScenarioEdge, type ScenarioNode } from '@curlew/scenario';
import { type FlowEdge, inputHandle } from './flow-types.ts';

/** All that makes a connection look as it does. */
export interface EdgeFacts {
  readonly edge: ScenarioEdge;
  readonly source: ScenarioNode | undefined;
  readonly target: ScenarioNode | undefined;
  readonly selected: boolean;
  /** Of the node it leads from. */
  readonly counts: NodeCounts | null;
  readonly isReadOnly: boolean;
  /** Its ends can be taken: of hundreds at once nobody could tell which. */
  readonly isAtHand: boolean;
}

const labelOf = ({ edge, source }: EdgeFacts): string => {
  const outputs = source ? describeNode(source).outputs : [];
  return outputs.find(({ id }) => id === edge.output)?.label ?? '';
};

// Counts are kept by node: with one output all who left went this way.
const countOf = ({ source, counts }: EdgeFacts): number | null =>
  counts && source && describeNode(source).outputs.length === 1 ? counts.left : null;

const ariaLabelOf = ({ source, target }: EdgeFacts, label: string): string =>
  `Connection from ${source?.name ?? ''}${label && `, ${label},`} to ${target?.name ?? ''}`;

/** True when a connection that was drawn shows these facts already. */
export const showsEdge = (drawn: FlowEdge, facts: EdgeFacts): boolean => {
  const label = labelOf(facts);
  return (
    drawn.source === facts.edge.source &&
    drawn.target === facts.edge.target &&
    drawn.sourceHandle === facts.edge.output &&
    drawn.selected === facts.selected &&
    drawn.reconnectable === facts.isAtHand &&
    drawn.data?.label === label &&
    drawn.data.count === countOf(facts) &&
    drawn.data.isReadOnly === facts.isReadOnly &&
    drawn.ariaLabel === ariaLabelOf(facts, label)
  );
};

/** A connection as React Flow draws it. */
export const drawEdge = (facts: EdgeFacts): FlowEdge => {
  const { edge, selected, isReadOnly } = facts;
  const label = labelOf(facts);
  return {
    id: edge.id,
    type: 'scenario',
    source: edge.source,
    sourceHandle: edge.output,
    target: edge.target,
    targetHandle: inputHandle,
    selected,
    reconnectable: facts.isAtHand,
    ariaLabel: ariaLabelOf(facts, label),
    data: { label, count: countOf(facts), isReadOnly },
  };
};
