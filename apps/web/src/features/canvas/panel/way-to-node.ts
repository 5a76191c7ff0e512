import type { ScenarioDocument } from '@curlew/scenario';

/** What customers have been through before they stand at a node. */
export interface WayToNode {
  /** The events that scenarios with a way to the node start from; empty where none does. */
  readonly startEvents: readonly string[];
  /** Whether a webhook may have answered before. */
  readonly hasWebhook: boolean;
}

/** Ids of all nodes that lead to a node. */
const findIdsBefore = (edges: ScenarioDocument['edges'], nodeId: string): ReadonlySet<string> => {
  const sources = Map.groupBy(edges, ({ target }) => target);
  const seen = new Set<string>();
  const open = [nodeId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { source } of sources.get(id) ?? []) {
      if (seen.has(source)) continue;
      seen.add(source);
      open.push(source);
    }
  }
  return seen;
};

const known = new WeakMap<ScenarioDocument['edges'], Map<string, ReadonlySet<string>>>();

// Asked with each key in a message, which changes no connection.
const idsBefore = ({ edges }: ScenarioDocument, nodeId: string): ReadonlySet<string> => {
  const byNode = known.get(edges) ?? new Map<string, ReadonlySet<string>>();
  const ids = byNode.get(nodeId) ?? findIdsBefore(edges, nodeId);
  known.set(edges, byNode.set(nodeId, ids));
  return ids;
};

/** What a template at a node can know besides the customer. A node that is not connected yet may follow anything. */
export const wayToNode = (document: ScenarioDocument, nodeId: string): WayToNode => {
  const before = idsBefore(document, nodeId);
  const nodes = before.size === 0 ? document.nodes : document.nodes.filter(({ id }) => before.has(id));
  const events = nodes.flatMap((node) => (node.kind === 'on_event' ? [node.settings.event.trim()] : []));
  return {
    startEvents: [...new Set(events)].filter((event) => event !== ''),
    hasWebhook: nodes.some(({ kind }) => kind === 'webhook'),
  };
};
