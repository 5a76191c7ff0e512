import type { NodeCounts } from '@curlew/contract';
import { describeNode, type ScenarioEdge, type ScenarioNode } from '@curlew/scenario';
import { formatNumber } from '../../../lib/format-number.ts';
import { countLeft } from './count-text.ts';
import { type FlowEdge, inputHandle } from './flow-types.ts';

/** All that makes a connection look as it does. */
export interface EdgeFacts {
  readonly edge: ScenarioEdge;
  readonly source: ScenarioNode | undefined;
  readonly target: ScenarioNode | undefined;
  readonly selected: boolean;
  /** Of the node it leads from. */
  readonly counts: NodeCounts | null;
  /** Its ends can be taken: of hundreds at once nobody could tell which. */
  readonly isAtHand: boolean;
}

const labelOf = ({ edge, source }: EdgeFacts): string => {
  const outputs = source ? describeNode(source).outputs : [];
  return outputs.find(({ id }) => id === edge.output)?.label ?? '';
};

const countOf = ({ edge, counts }: EdgeFacts): number | null => counts && countLeft(counts, edge.output);

const ariaLabelOf = (facts: EdgeFacts, label: string): string => {
  const { source, target } = facts;
  const count = countOf(facts) ?? 0;
  const went = count === 0 ? '' : `, ${formatNumber(count)} went this way`;
  return `Connection from ${source?.name ?? ''}${label && `, ${label},`} to ${target?.name ?? ''}${went}`;
};

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
    drawn.ariaLabel === ariaLabelOf(facts, label)
  );
};

/** A connection as React Flow draws it. */
export const drawEdge = (facts: EdgeFacts): FlowEdge => {
  const { edge, selected } = facts;
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
    data: { label, count: countOf(facts), isAtHand: facts.isAtHand },
  };
};
