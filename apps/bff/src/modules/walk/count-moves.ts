import type { CountChange } from '../runs/counts.ts';
import type { Walked } from './walked.ts';

/** How walks change the counts of the nodes they came through, and of those that hold somebody; each count is named once. */
export const countMoves = (walked: readonly Walked[], runId: string): CountChange[] => {
  const counts = new Map<string, Map<CountChange['counter'], number>>();
  const add = (nodeId: string, counter: CountChange['counter'], by = 1): void => {
    const ofNode = counts.get(nodeId) ?? new Map<CountChange['counter'], number>();
    counts.set(nodeId, ofNode.set(counter, (ofNode.get(counter) ?? 0) + by));
  };
  for (const { enrolment, result } of walked) {
    const { moves, nodeId, waitsUntil, isFinished } = result;
    const [first] = moves;
    const wasHeld = enrolment.waitsUntil !== null;
    for (const [index, { nodeId: passed, output }] of moves.entries()) {
      // Whoever stands at the first node was counted in when they came there.
      if (index > 0) add(passed, 'entered');
      add(passed, 'left');
      add(passed, output === null ? 'ended' : `out:${output}`);
    }
    // Moves end before the node that they stand at now.
    if (first && !isFinished) add(nodeId, 'entered');
    const isHeld = waitsUntil !== null;
    if (first && wasHeld) add(first.nodeId, 'waiting', -1);
    if (isHeld && (first || !wasHeld)) add(nodeId, 'waiting');
    if (!first && wasHeld && !isHeld) add(nodeId, 'waiting', -1);
  }
  return Array.from(counts).flatMap(([nodeId, ofNode]) =>
    Array.from(ofNode)
      .filter(([, by]) => by !== 0)
      .map(([counter, by]) => ({ runId, nodeId, counter, by })),
  );
};
