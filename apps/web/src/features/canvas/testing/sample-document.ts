import { addNode, emptyDocument, type NodeKind, type ScenarioDocument } from '@curlew/scenario';

type SampleNode = readonly [id: string, kind: NodeKind, x?: number, y?: number];
type SampleEdge = readonly [source: string, target: string];

/** A document of a few nodes; a connection from a to b has the id "a-b". */
export const sampleDocument = (
  nodes: readonly SampleNode[],
  edges: readonly SampleEdge[] = [],
): ScenarioDocument => ({
  ...nodes.reduce(
    (document, [id, kind, x = 0, y = 0]) => addNode(document, { kind, id, position: { x, y } }),
    emptyDocument(),
  ),
  edges: edges.map(([source, target]) => ({ id: `${source}-${target}`, source, output: 'out', target })),
});

/** The document with another name of one node: the smallest change of content there is. */
export const withName = (document: ScenarioDocument, id: string, name: string): ScenarioDocument => ({
  ...document,
  nodes: document.nodes.map((node) => (node.id === id ? { ...node, name } : node)),
});

/** Ids that count up: id1, id2 ... */
export const countingIds = (stem = 'id'): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `${stem}${count}`;
  };
};
