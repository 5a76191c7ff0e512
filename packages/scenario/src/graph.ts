import type { ScenarioDocument } from './document.ts';
import type { ScenarioEdge } from './edge.ts';
import type { ScenarioNode } from './node.ts';
import { nodeKinds } from './node-kinds.ts';

/** Whether walks begin at a node. */
export const isTrigger = (node: ScenarioNode): boolean => nodeKinds[node.kind].family === 'trigger';

/** Whether a node does something to the world, and not only leads customers on. */
export const isAction = (node: ScenarioNode): boolean => {
  const { family } = nodeKinds[node.kind];
  return family === 'message' || family === 'data';
};

/** The nodes a walk can begin at. */
export const triggerNodes = (document: ScenarioDocument): ScenarioNode[] => document.nodes.filter(isTrigger);

/** The connections that leave a node, from one output or from all. Looks at every connection: for many nodes use `edgesBySource`. */
export const edgesFrom = (document: ScenarioDocument, nodeId: string, output?: string): ScenarioEdge[] =>
  document.edges.filter((edge) => edge.source === nodeId && (output === undefined || edge.output === output));

/** All connections by the node they leave; a node without any has no entry. */
export const edgesBySource = (
  document: Pick<ScenarioDocument, 'edges'>,
): ReadonlyMap<string, readonly ScenarioEdge[]> => Map.groupBy(document.edges, (edge) => edge.source);

/** Ids of all nodes that a walk from `nodeIds` can come to, those themselves included. */
export const reachableFrom = (
  document: ScenarioDocument,
  nodeIds: readonly string[],
): ReadonlySet<string> => {
  const edges = edgesBySource(document);
  const seen = new Set<string>(nodeIds);
  const open = [...nodeIds];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { target } of edges.get(id) ?? []) {
      if (seen.has(target)) continue;
      seen.add(target);
      open.push(target);
    }
  }
  return seen;
};
