import type { NodeCounts } from '@curlew/contract';
import type { ScenarioNode } from '@curlew/scenario';
import type { Edge, Node } from '@xyflow/react';
import type { ProblemCount } from '../problems/count-problems.ts';

/** While a connection is drawn: may it end here? */
export type TargetState = 'possible' | 'refused';

// React Flow asks for a type with an index signature, which only a type alias has.
// oxlint-disable-next-line typescript/consistent-type-definitions
export type FlowNodeData = {
  readonly node: ScenarioNode;
  readonly problems: ProblemCount | null;
  /** Null: no run to show. */
  readonly counts: NodeCounts | null;
  readonly target: TargetState | null;
  /** An output of it leads nowhere yet, and may be connected. */
  readonly isOpenEnded: boolean;
};

export type FlowNode = Node<FlowNodeData, 'scenario'>;

// oxlint-disable-next-line typescript/consistent-type-definitions
export type FlowEdgeData = {
  /** The output's name; empty where a node has one output. */
  readonly label: string;
  /** How many customers went this way; null: no run to show, or not known by output. */
  readonly count: number | null;
  readonly isReadOnly: boolean;
};

export type FlowEdge = Edge<FlowEdgeData, 'scenario'>;

export const inputHandle = 'in';
