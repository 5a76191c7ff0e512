import type { ScenarioDocument } from './document.ts';
import { findFreeName } from './free-name.ts';
import { nodeSchema, type NodeKind } from './node.ts';
import { nodeKinds } from './node-kinds.ts';

/** A document with nothing on the canvas. */
export const emptyDocument = (): ScenarioDocument => ({
  schemaVersion: 1,
  nextNumber: 1,
  nodes: [],
  edges: [],
  notes: [],
});

interface NewNode {
  readonly kind: NodeKind;
  /** Must be new to the document: 1 to 64 characters. */
  readonly id: string;
  /** Canvas coordinates in px. */
  readonly position: { readonly x: number; readonly y: number };
}

/** The document with one more node of `kind`, with default settings, a number never used before and a name that is free. */
export const addNode = (document: ScenarioDocument, { kind, id, position }: NewNode): ScenarioDocument => {
  if (document.nodes.some((node) => node.id === id))
    throw new Error(`the document has a node ${id} already: a new node needs a new id`);
  const number = document.nextNumber;
  const taken = new Set(document.nodes.map((node) => node.name));
  const name = findFreeName(nodeKinds[kind].title, taken);
  const settings = nodeKinds[kind].defaults();
  const node = nodeSchema.parse({ id, number, name, position, kind, settings });
  return { ...document, nextNumber: number + 1, nodes: [...document.nodes, node] };
};
