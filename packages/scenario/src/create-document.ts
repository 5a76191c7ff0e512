import type { ScenarioDocument } from './document.ts';
import type { NodeKind, ScenarioNode } from './node.ts';
import { nodeKinds } from './node-kinds.ts';

/** A document with nothing on the canvas. */
export const emptyDocument = (): ScenarioDocument => ({ schemaVersion: 1, nextNumber: 1, nodes: [], edges: [] });

const createNode = (kind: NodeKind, common: Omit<ScenarioNode, 'kind' | 'settings'>): ScenarioNode => {
  switch (kind) {
    case 'now':
      return { ...common, kind, settings: nodeKinds.now.defaults() };
    case 'sms':
      return { ...common, kind, settings: nodeKinds.sms.defaults() };
  }
};

/** The document with one more node of `kind`, with default settings and a name that is free. */
export const addNode = (
  document: ScenarioDocument,
  { kind, id, position }: { kind: NodeKind; id: string; position: { x: number; y: number } },
): ScenarioDocument => {
  const title = nodeKinds[kind].title;
  const names = new Set(document.nodes.map((node) => node.name));
  let name = title;
  for (let count = 2; names.has(name); count += 1) name = `${title} ${count}`;
  const node = createNode(kind, { id, number: document.nextNumber, name, position });
  return { ...document, nextNumber: document.nextNumber + 1, nodes: [...document.nodes, node] };
};
