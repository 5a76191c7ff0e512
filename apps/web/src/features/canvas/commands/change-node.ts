import type { ScenarioDocument, ScenarioNode } from '@curlew/scenario';

/**
 * The document with another name and other settings of one node. Where it stands is the canvas's business: a panel may
 * hold a node that was moved since. The same document when the node is gone or is of another kind.
 */
export const changeNode = (document: ScenarioDocument, next: ScenarioNode): ScenarioDocument => {
  const node = document.nodes.find(({ id }) => id === next.id);
  if (!node || node.kind !== next.kind || (node.name === next.name && node.settings === next.settings))
    return document;
  const changed = { ...next, number: node.number, position: node.position };
  return { ...document, nodes: document.nodes.map((one) => (one === node ? changed : one)) };
};
