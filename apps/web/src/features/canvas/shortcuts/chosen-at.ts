import type { SessionState } from '../state/session-store.ts';

/** Ids of nodes and notes, and of connections. */
export interface Chosen {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

const idAt = (target: Element, kind: 'node' | 'edge'): string | null =>
  target.closest<HTMLElement>(`.react-flow__${kind}`)?.dataset['id'] ?? null;

const none: ReadonlySet<string> = new Set();

/** What a key means: the selection; or, where the focus is on something that is not selected, that alone. */
export const chosenAt = (
  target: Element,
  { selectedNodes, selectedEdges }: Pick<SessionState, 'selectedNodes' | 'selectedEdges'>,
): Chosen => {
  const [node, edge] = [idAt(target, 'node'), idAt(target, 'edge')];
  if (node !== null && !selectedNodes.has(node)) return { nodes: new Set([node]), edges: none };
  if (edge !== null && !selectedEdges.has(edge)) return { nodes: none, edges: new Set([edge]) };
  return { nodes: selectedNodes, edges: selectedEdges };
};
