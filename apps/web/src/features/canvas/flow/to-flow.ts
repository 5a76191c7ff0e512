import type { NodeCounts } from '@curlew/contract';
import { describeNode, type ScenarioDocument } from '@curlew/scenario';
import type { Position } from '../commands/free-place.ts';
import type { ProblemCount } from '../problems/count-problems.ts';
import { drawEdge, type EdgeFacts, showsEdge } from './flow-edge.ts';
import { drawNode, type NodeFacts, showsNode } from './flow-node.ts';
import type { FlowEdge, FlowNode, TargetState } from './flow-types.ts';

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

const targetOf = (id: string, targets: FlowInput['targets']): TargetState | null => {
  if (targets === null) return null;
  return targets.has(id) ? 'possible' : 'refused';
};

const nodeFactsOf = (input: FlowInput): readonly NodeFacts[] => {
  const { document, selectedNodes, dragged, problems, counts, targets, isReadOnly } = input;
  const connected = new Map<string, number>();
  for (const { source } of document.edges) connected.set(source, (connected.get(source) ?? 0) + 1);
  return document.nodes.map((node) => ({
    position: dragged.get(node.id) ?? node.position,
    selected: selectedNodes.has(node.id),
    data: {
      node,
      problems: problems.get(node.id) ?? null,
      counts: counts?.get(node.id) ?? null,
      target: targetOf(node.id, targets),
      isOpenEnded: !isReadOnly && (connected.get(node.id) ?? 0) < describeNode(node).outputs.length,
    },
  }));
};

const edgeFactsOf = ({ document, selectedEdges, counts, isReadOnly }: FlowInput): readonly EdgeFacts[] => {
  const nodes = byId(document.nodes);
  return document.edges.map((edge) => ({
    edge,
    source: nodes.get(edge.source),
    target: nodes.get(edge.target),
    selected: selectedEdges.has(edge.id),
    counts: counts?.get(edge.source) ?? null,
    isReadOnly,
  }));
};

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** The same list when nothing in it is new. */
const keepList = <T>(next: readonly T[], before: readonly T[]): readonly T[] =>
  next.length === before.length && next.every((item, index) => item === before[index]) ? before : next;

/**
 * The document as React Flow draws it. What did not change since `before` is the same object, so that React Flow draws
 * only what did: its nodes hold whole cards.
 */
export const toFlow = (input: FlowInput, before: Flow): Flow => {
  const [nodesBefore, edgesBefore] = [byId(before.nodes), byId(before.edges)];
  const nodes = nodeFactsOf(input).map((facts) => {
    const drawn = nodesBefore.get(facts.data.node.id);
    return drawn && showsNode(drawn, facts) ? drawn : drawNode(facts);
  });
  const edges = edgeFactsOf(input).map((facts) => {
    const drawn = edgesBefore.get(facts.edge.id);
    return drawn && showsEdge(drawn, facts) ? drawn : drawEdge(facts);
  });
  return { nodes: keepList(nodes, before.nodes), edges: keepList(edges, before.edges) };
};
