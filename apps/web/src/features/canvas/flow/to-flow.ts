import type { NodeCounts } from '@curlew/contract';
import {
  describeNode,
  nodeKinds,
  type ScenarioDocument,
  type ScenarioEdge,
  type ScenarioNode,
} from '@curlew/scenario';
import { Position as Side } from '@xyflow/react';
import type { Position } from '../commands/free-place.ts';
import type { ProblemCount } from '../problems/count-problems.ts';
import { formatCount } from '../../../lib/format-number.ts';
import { type FlowEdge, type FlowNode, inputHandle, type TargetState } from './flow-types.ts';
import { handleGap, handleTop, nodeHeight, nodeWidth } from './node-size.ts';

export interface FlowInput {
  readonly document: ScenarioDocument;
  readonly selectedNodes: ReadonlySet<string>;
  readonly selectedEdges: ReadonlySet<string>;
  readonly dragged: ReadonlyMap<string, Position>;
  readonly problems: ReadonlyMap<string, ProblemCount>;
  readonly counts: ReadonlyMap<string, NodeCounts> | null;
  /** While a connection is drawn, the nodes it may end at. */
  readonly targets: ReadonlySet<string> | null;
  readonly isReadOnly: boolean;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

const handleSize = 12;

const handleAt = (x: number, y: number) => ({
  x: x - handleSize / 2,
  y: y - handleSize / 2,
  width: handleSize,
  height: handleSize,
});

/** Where the output with this index leaves the card, from its top. */
export const outputTop = (index: number): number => handleTop + index * handleGap;

const handlesOf = (node: ScenarioNode): NonNullable<FlowNode['handles']> => [
  ...(nodeKinds[node.kind].hasInput
    ? [{ id: inputHandle, type: 'target' as const, position: Side.Left, ...handleAt(0, handleTop) }]
    : []),
  ...describeNode(node).outputs.map(({ id }, index) => ({
    id,
    type: 'source' as const,
    position: Side.Right,
    ...handleAt(nodeWidth, outputTop(index)),
  })),
];

const labelOf = (node: ScenarioNode, problems: ProblemCount | null): string => {
  const count = problems ? problems.errors + problems.warnings : 0;
  const { title } = nodeKinds[node.kind];
  const words = [node.name, ...(title === node.name ? [] : [title]), describeNode(node).summary];
  return [...words, ...(count > 0 ? [formatCount(count, 'problem')] : [])].join(', ');
};

const targetOf = (id: string, targets: FlowInput['targets']): TargetState | null => {
  if (targets === null) return null;
  return targets.has(id) ? 'possible' : 'refused';
};

const isSameNode = (a: FlowNode, b: FlowNode): boolean =>
  a.data.node === b.data.node &&
  a.selected === b.selected &&
  a.position === b.position &&
  a.data.counts === b.data.counts &&
  a.data.target === b.data.target &&
  a.data.isOpenEnded === b.data.isOpenEnded &&
  a.data.problems?.errors === b.data.problems?.errors &&
  a.data.problems?.warnings === b.data.problems?.warnings;

const isSameEdge = (a: FlowEdge, b: FlowEdge): boolean =>
  a.source === b.source &&
  a.target === b.target &&
  a.sourceHandle === b.sourceHandle &&
  a.selected === b.selected &&
  a.ariaLabel === b.ariaLabel &&
  a.data?.label === b.data?.label &&
  a.data?.count === b.data?.count &&
  a.data?.isReadOnly === b.data?.isReadOnly;

const keep = <T extends { readonly id: string }>(
  next: T,
  before: ReadonlyMap<string, T>,
  isSame: (a: T, b: T) => boolean,
): T => {
  const old = before.get(next.id);
  return old && isSame(old, next) ? old : next;
};

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

const toFlowNode = (
  node: ScenarioNode,
  input: FlowInput,
  connected: ReadonlyMap<string, number>,
): FlowNode => {
  const problems = input.problems.get(node.id) ?? null;
  const counts = input.counts?.get(node.id) ?? null;
  const height = nodeHeight(counts !== null);
  return {
    id: node.id,
    type: 'scenario',
    position: input.dragged.get(node.id) ?? node.position,
    width: nodeWidth,
    height,
    measured: { width: nodeWidth, height },
    handles: handlesOf(node),
    selected: input.selectedNodes.has(node.id),
    ariaLabel: labelOf(node, problems),
    data: {
      node,
      problems,
      counts,
      target: targetOf(node.id, input.targets),
      isOpenEnded: !input.isReadOnly && (connected.get(node.id) ?? 0) < describeNode(node).outputs.length,
    },
  };
};

const toFlowEdge = (
  edge: ScenarioEdge,
  input: FlowInput,
  nodes: ReadonlyMap<string, ScenarioNode>,
): FlowEdge => {
  const source = nodes.get(edge.source);
  const outputs = source ? describeNode(source).outputs : [];
  const label = outputs.find(({ id }) => id === edge.output)?.label ?? '';
  // Counts are kept by node: with one output all who left went this way.
  const left = input.counts?.get(edge.source)?.left ?? null;
  return {
    id: edge.id,
    type: 'scenario',
    source: edge.source,
    sourceHandle: edge.output,
    target: edge.target,
    targetHandle: inputHandle,
    selected: input.selectedEdges.has(edge.id),
    ariaLabel: `Connection from ${source?.name ?? ''}${label && `, ${label},`} to ${nodes.get(edge.target)?.name ?? ''}`,
    data: { label, count: outputs.length === 1 ? left : null, isReadOnly: input.isReadOnly },
  };
};

/**
 * The document as React Flow draws it. What did not change since `before` is the same object, so that React Flow draws
 * only what did: its nodes hold whole cards.
 */
export const toFlow = (input: FlowInput, before: Flow): Flow => {
  const { document } = input;
  const connected = new Map<string, number>();
  for (const { source } of document.edges) connected.set(source, (connected.get(source) ?? 0) + 1);
  const [nodesBefore, edgesBefore, nodes] = [byId(before.nodes), byId(before.edges), byId(document.nodes)];
  return {
    nodes: document.nodes.map((node) => keep(toFlowNode(node, input, connected), nodesBefore, isSameNode)),
    edges: document.edges.map((edge) => keep(toFlowEdge(edge, input, nodes), edgesBefore, isSameEdge)),
  };
};
