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
  /** The connection that the pointer is at. */
  readonly nearEdge: string | null;
}

export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  /** What it was drawn from; null: nothing is drawn yet. */
  readonly input: FlowInput | null;
}

/** The drawing before the first. */
export const noFlow: Flow = { nodes: [], edges: [], input: null };

const targetOf = (id: string, targets: FlowInput['targets']): TargetState | null => {
  if (targets === null) return null;
  return targets.has(id) ? 'possible' : 'refused';
};

const findOpenOutputs = ({ nodes, edges }: ScenarioDocument): ReadonlyMap<string, string> => {
  const connected = new Set(edges.map(({ source, output }) => `${source} ${output}`));
  const openOutputsOf = (node: ScenarioNode): string =>
    describeNode(node)
      .outputs.flatMap(({ id }) => (connected.has(`${node.id} ${id}`) ? [] : [id]))
      .join(' ');
  return new Map(nodes.map((node) => [node.id, openOutputsOf(node)]));
};

// A drag draws the same document in every frame.
const known = new WeakMap<ScenarioDocument, ReadonlyMap<string, string>>();
const openOutputsIn = (document: ScenarioDocument): ReadonlyMap<string, string> => {
  const found = known.get(document) ?? findOpenOutputs(document);
  known.set(document, found);
  return found;
};

const nodeFactsOf = (input: FlowInput): readonly NodeFacts[] => {
  const { document, selectedNodes, dragged, problems, counts, targets } = input;
  const openOutputs = openOutputsIn(document);
  return document.nodes.map((node) => ({
    position: dragged.get(node.id) ?? node.position,
    selected: selectedNodes.has(node.id),
    data: {
      node,
      problems: problems.get(node.id) ?? null,
      counts: counts?.get(node.id) ?? null,
      target: targetOf(node.id, targets),
      openOutputs: openOutputs.get(node.id) ?? '',
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

const edgeFactsOf = ({
  document,
  selectedEdges,
  nearEdge,
  counts,
  isReadOnly,
}: FlowInput): readonly EdgeFacts[] => {
  const nodes = byId(document.nodes);
  return document.edges.map((edge) => ({
    edge,
    source: nodes.get(edge.source),
    target: nodes.get(edge.target),
    selected: selectedEdges.has(edge.id),
    counts: counts?.get(edge.source) ?? null,
    isAtHand: !isReadOnly && (selectedEdges.has(edge.id) || nearEdge === edge.id),
  }));
};

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** The same list when nothing in it is new. */
const keepList = <T>(next: readonly T[], before: readonly T[]): readonly T[] =>
  next.length === before.length && next.every((item, index) => item === before[index]) ? before : next;

const isSameForEdges = (one: FlowInput, other: FlowInput): boolean =>
  one.document === other.document &&
  one.selectedEdges === other.selectedEdges &&
  one.nearEdge === other.nearEdge &&
  one.counts === other.counts &&
  one.isReadOnly === other.isReadOnly;

const drawEdges = (input: FlowInput, before: Flow): readonly FlowEdge[] => {
  if (before.input && isSameForEdges(input, before.input)) return before.edges;
  const edgesBefore = byId(before.edges);
  const edges = edgeFactsOf(input).map((facts) => {
    const drawn = edgesBefore.get(facts.edge.id);
    return drawn && showsEdge(drawn, facts) ? drawn : drawEdge(facts);
  });
  return keepList(edges, before.edges);
};

/**
 * The document as React Flow draws it. What did not change since `before` is the same object, so that React Flow draws
 * only what did: its nodes hold whole cards.
 */
export const toFlow = (input: FlowInput, before: Flow): Flow => {
  const nodesBefore = byId(before.nodes);
  const cards = nodeFactsOf(input).map((facts) => {
    const drawn = nodesBefore.get(facts.data.node.id);
    return drawn?.type === 'scenario' && showsNode(drawn, facts) ? drawn : drawNode(facts);
  });
  const notes = noteFactsOf(input).map((facts) => {
    const drawn = nodesBefore.get(facts.note.id);
    return drawn?.type === 'note' && showsNote(drawn, facts) ? drawn : drawNote(facts);
  });
  const nodes: readonly FlowNode[] = [...cards, ...notes];
  return { nodes: keepList(nodes, before.nodes), edges: drawEdges(input, before), input };
};
