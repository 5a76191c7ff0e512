import { emptyNodeCounts, type NodeCounts, type Run } from '@curlew/contract';

/** The counts of a run for each of these nodes: one that nobody has come to yet shows zeros, so that no card jumps. */
export const countsByNode = (run: Run, nodeIds: readonly string[]): ReadonlyMap<string, NodeCounts> =>
  new Map([
    ...nodeIds.map((nodeId) => [nodeId, emptyNodeCounts(nodeId)] as const),
    ...run.nodes.map((node) => [node.nodeId, node] as const),
  ]);
