import type { NodeCounts, Run } from '@curlew/contract';

const none: Omit<NodeCounts, 'nodeId'> = {
  entered: 0,
  left: 0,
  enqueued: 0,
  sent: 0,
  delivered: 0,
  failed: 0,
  rejected: 0,
  unsent: 0,
  suppressed: 0,
  enqueueFailed: 0,
  unknown: 0,
  expired: 0,
  cancelled: 0,
  waiting: 0,
  ended: 0,
  outputs: [],
  late: null,
};

/** The counts of a run for each of these nodes: one that nobody has come to yet shows zeros, so that no card jumps. */
export const countsByNode = (run: Run, nodeIds: readonly string[]): ReadonlyMap<string, NodeCounts> =>
  new Map([
    ...nodeIds.map((nodeId) => [nodeId, { nodeId, ...none }] as const),
    ...run.nodes.map((node) => [node.nodeId, node] as const),
  ]);
