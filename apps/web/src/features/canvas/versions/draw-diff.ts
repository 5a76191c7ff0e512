import type { DocumentDiff, ScenarioDocument, ScenarioEdge, ScenarioNode } from '@curlew/scenario';
import { drawEdge } from '../flow/flow-edge.ts';
import { drawNode } from '../flow/flow-node.ts';
import type { FlowEdge, FlowNode } from '../flow/flow-types.ts';
import { drawNote } from '../notes/flow-note.ts';
import { type ChangeKind, changeLooks } from './change-looks.ts';

export interface DiffDrawing {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
  /** What became of nodes and notes, by their ids; what is the same is not in it. */
  readonly marks: ReadonlyMap<string, ChangeKind>;
}

const isGone = <T>(one: { how: string; before?: T }): T[] =>
  one.how === 'removed' && one.before !== undefined ? [one.before] : [];

const marksOf = ({ nodes, notes }: DocumentDiff): ReadonlyMap<string, ChangeKind> =>
  new Map(
    [...nodes, ...notes].map((one): [string, ChangeKind] => [
      one.how === 'removed' ? one.before.id : one.after.id,
      one.how,
    ]),
  );

const drawCard = (node: ScenarioNode): FlowNode =>
  drawNode({
    position: node.position,
    selected: false,
    data: { node, problems: null, counts: null, target: null, openOutputs: '' },
  });

const classOf = (kind: ChangeKind | undefined): string => (kind === undefined ? '' : `is-${kind}`);

/** A version as React Flow draws it, with what is gone as ghosts among what is there. */
export const drawDiff = (after: ScenarioDocument, diff: DocumentDiff): DiffDrawing => {
  const marks = marksOf(diff);
  const allNodes = [...after.nodes, ...diff.nodes.flatMap(isGone<ScenarioNode>)];
  const byId = new Map(allNodes.map((node) => [node.id, node]));
  const notes = [...after.notes, ...diff.notes.flatMap(isGone<ScenarioDocument['notes'][number]>)];
  const marked = (node: FlowNode): FlowNode => {
    const kind = marks.get(node.id);
    if (kind === undefined) return node;
    return {
      ...node,
      className: classOf(kind),
      ariaLabel: `${node.ariaLabel ?? ''}, ${changeLooks[kind].word.toLowerCase()}`,
    };
  };

  const added = new Set(diff.edges.flatMap((edge) => (edge.how === 'added' ? [edge.after.id] : [])));
  const drawLine = (edge: ScenarioEdge, kind: ChangeKind | undefined): FlowEdge => {
    const [source, target] = [byId.get(edge.source), byId.get(edge.target)];
    const drawn = drawEdge({
      edge,
      source,
      target,
      selected: false,
      counts: null,
      isAtHand: false,
    });
    if (kind === undefined) return drawn;
    const words = `${drawn.ariaLabel ?? ''}, ${changeLooks[kind].word.toLowerCase()}`;
    return { ...drawn, className: classOf(kind), ariaLabel: words };
  };
  return {
    marks,
    nodes: [
      ...allNodes.map(drawCard),
      ...notes.map((note) =>
        drawNote({ note, position: note.position, selected: false, isEdited: false, isReadOnly: true }),
      ),
    ].map(marked),
    edges: [
      ...after.edges.map((edge) => drawLine(edge, added.has(edge.id) ? 'added' : undefined)),
      // The same id may be there still, with other ends.
      ...diff.edges
        .flatMap(isGone<ScenarioEdge>)
        .map((edge) => ({ ...drawLine(edge, 'removed'), id: `removed:${edge.id}` })),
    ],
  };
};
