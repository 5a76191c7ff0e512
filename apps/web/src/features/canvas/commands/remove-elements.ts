import type { ScenarioDocument } from '@curlew/scenario';

interface RemoveInput {
  /** Nodes and notes. */
  readonly nodeIds: ReadonlySet<string>;
  readonly edgeIds: ReadonlySet<string>;
}

/** The document without these nodes, notes and connections, and without what led from or to the nodes. */
export const removeElements = (
  document: ScenarioDocument,
  { nodeIds, edgeIds }: RemoveInput,
): ScenarioDocument => {
  const nodes = document.nodes.filter(({ id }) => !nodeIds.has(id));
  const edges = document.edges.filter(
    ({ id, source, target }) => !edgeIds.has(id) && !nodeIds.has(source) && !nodeIds.has(target),
  );
  const notes = document.notes.filter(({ id }) => !nodeIds.has(id));
  const isSame =
    nodes.length === document.nodes.length &&
    edges.length === document.edges.length &&
    notes.length === document.notes.length;
  return isSame ? document : { ...document, nodes, edges, notes };
};
