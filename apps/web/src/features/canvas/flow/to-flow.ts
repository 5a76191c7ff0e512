import type { NodeCounts } from '@curlew/contract';
import { describeNode, type ScenarioDocument, type ScenarioNode } from '@curlew/scenario';
import type { Position } from '../commands/free-place.ts';
import type { ProblemCount } from '../problems/count-problems.ts';
import { drawEdge, type EdgeFacts, showsEdge } from './flow-edge.ts';
import { drawNode, type NodeFacts, showsNode } from './flow-node.ts';
import { drawNote, type NoteFacts, showsNote } from '../notes/flow-note.ts';
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
  /** The note that is being written. */
  readonly editedNote: string | null;
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
  const connected = new Set(document.edges.map(({ source, output }) => `${source} ${output}`));
  const openOutputsOf = (node: ScenarioNode): string =>
    describeNode(node)
      .outputs.flatMap(({ id }) => (connected.has(`${node.id} ${id}`) ? [] : [id]))
      .join(' ');
  return document.nodes.map((node) => ({
    position: dragged.get(node.id) ?? node.position,
    selected: selectedNodes.has(node.id),
    data: {
      node,
      problems: problems.get(node.id) ?? null,
      counts: counts?.get(node.id) ?? null,
      target: targetOf(node.id, targets),
      openOutputs: isReadOnly ? '' : openOutputsOf(node),
    },
  }));
};

const noteFactsOf = ({
  document,
  dragged,
  selectedNodes,
  editedNote,
  isReadOnly,
}: FlowInput): readonly NoteFacts[] =>
  document.notes.map((note) => ({
    note,
    position: dragged.get(note.id) ?? note.position,
    selected: selectedNodes.has(note.id),
    isEdited: editedNote === note.id,
    isReadOnly,
  }));

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
  const cards = nodeFactsOf(input).map((facts) => {
    const drawn = nodesBefore.get(facts.data.node.id);
    return drawn?.type === 'scenario' && showsNode(drawn, facts) ? drawn : drawNode(facts);
  });
  const notes = noteFactsOf(input).map((facts) => {
    const drawn = nodesBefore.get(facts.note.id);
    return drawn?.type === 'note' && showsNote(drawn, facts) ? drawn : drawNote(facts);
  });
  const nodes: readonly FlowNode[] = [...cards, ...notes];
  const edges = edgeFactsOf(input).map((facts) => {
    const drawn = edgesBefore.get(facts.edge.id);
    return drawn && showsEdge(drawn, facts) ? drawn : drawEdge(facts);
  });
  return { nodes: keepList(nodes, before.nodes), edges: keepList(edges, before.edges) };
};
