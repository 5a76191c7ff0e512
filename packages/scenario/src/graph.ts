import type { ScenarioDocument } from './document.ts';
import type { ScenarioEdge } from './edge.ts';
import type { ScenarioNode } from './node.ts';
import { nodeKinds } from './node-kinds.ts';

/** The nodes a walk can begin at. */
export const triggerNodes = (document: ScenarioDocument): ScenarioNode[] =>
  document.nodes.filter((node) => nodeKinds[node.kind].family === 'trigger');

/** The connections that leave a node, from one output or from all. */
export const edgesFrom = (document: ScenarioDocument, nodeId: string, output?: string): ScenarioEdge[] =>
  document.edges.filter((edge) => edge.source === nodeId && (output === undefined || edge.output === output));

/** Ids of all nodes that a walk from `nodeIds` can come to, those themselves included. */
export const reachableFrom = (document: ScenarioDocument, nodeIds: readonly string[]): ReadonlySet<string> => {
  const targets = new Map<string, string[]>();
  for (const edge of document.edges) {
    targets.set(edge.source, [...(targets.get(edge.source) ?? []), edge.target]);
  }
  const seen = new Set<string>(nodeIds);
  const open = [...nodeIds];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const target of targets.get(id) ?? []) {
      if (seen.has(target)) continue;
      seen.add(target);
      open.push(target);
    }
  }
  return seen;
};
