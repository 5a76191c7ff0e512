import type { NodeCounts } from '@curlew/contract';
import type { CanvasNote, ScenarioNode } from '@curlew/scenario';
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
  /** Ids of the outputs that lead nowhere yet, one after the other with a blank: equal texts are equal lists. */
  readonly openOutputs: string;
};

export type FlowCard = Node<FlowNodeData, 'scenario'>;

// oxlint-disable-next-line typescript/consistent-type-definitions
export type FlowNoteData = {
  readonly note: CanvasNote;
  readonly isEdited: boolean;
  readonly isReadOnly: boolean;
};

export type FlowNote = Node<FlowNoteData, 'note'>;

/** What stands on the canvas: nodes of the scenario, and notes. */
export type FlowNode = FlowCard | FlowNote;

// oxlint-disable-next-line typescript/consistent-type-definitions
export type FlowEdgeData = {
  /** The output's name; empty where a node has one output. */
  readonly label: string;
  /** How many customers went this way; null: no run to show. */
  readonly count: number | null;
  /** What can be done with it is offered. */
  readonly isAtHand: boolean;
};

export type FlowEdge = Edge<FlowEdgeData, 'scenario'>;

export const inputHandle = 'in';
