import { describeNode, edgesFrom, type NodeOutput, type ScenarioDocument } from '@curlew/scenario';

/** The first output of a node that leads nowhere yet; null when all do, or the node is gone. */
export const freeOutput = (document: ScenarioDocument, nodeId: string): NodeOutput | null => {
  const node = document.nodes.find(({ id }) => id === nodeId);
  if (!node) return null;
  return describeNode(node).outputs.find(({ id }) => edgesFrom(document, nodeId, id).length === 0) ?? null;
};
