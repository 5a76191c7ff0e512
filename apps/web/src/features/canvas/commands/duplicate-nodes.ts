import { addNode, type ScenarioDocument, type ScenarioNode } from '@curlew/scenario';
import { rowStep } from '../flow/node-size.ts';
import { freePlace } from './free-place.ts';

/** A name with a number that is free: SMS -> SMS 2, SMS 2 -> SMS 3. */
const nextName = (document: ScenarioDocument, name: string): string => {
  const names = new Set(document.nodes.map((node) => node.name));
  const stem = name.replace(/ \d+$/, '').slice(0, 110);
  let count = 2;
  while (names.has(`${stem} ${count}`)) count += 1;
  return `${stem} ${count}`;
};

const copyNode = (document: ScenarioDocument, node: ScenarioNode, id: string): ScenarioDocument => {
  const { x, y } = node.position;
  const position = freePlace(document, { x, y: y + rowStep });
  const name = nextName(document, node.name);
  const added = addNode(document, { kind: node.kind, id, position });
  const nodes = added.nodes.map((one) =>
    one.id === id ? { ...node, id, name, position, number: one.number } : one,
  );
  return { ...added, nodes };
};

/** The document with a copy of each node under it, and copies of the connections between them. `newIdOf` gives each copy its id. */
export const duplicateNodes = (
  document: ScenarioDocument,
  nodeIds: ReadonlySet<string>,
  newId: () => string,
): { readonly document: ScenarioDocument; readonly copyIds: ReadonlySet<string> } => {
  const copies = new Map<string, string>();
  let result = document;
  for (const node of document.nodes) {
    if (!nodeIds.has(node.id)) continue;
    const id = newId();
    copies.set(node.id, id);
    result = copyNode(result, node, id);
  }
  const edges = document.edges.flatMap((edge) => {
    const source = copies.get(edge.source);
    const target = copies.get(edge.target);
    return source && target ? [{ ...edge, id: newId(), source, target }] : [];
  });
  return {
    document: edges.length === 0 ? result : { ...result, edges: [...result.edges, ...edges] },
    copyIds: new Set(copies.values()),
  };
};
