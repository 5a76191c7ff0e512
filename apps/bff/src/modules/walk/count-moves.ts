import type { CountChange } from '../runs/counts.ts';
import type { Walked } from './walked.ts';

/** How a walk changes the counts of the nodes it came through, and of those that hold somebody. */
export const countMoves = ({ enrolment, result }: Walked, runId: string): CountChange[] => {
  const { moves, nodeId, waitsUntil } = result;
  const count = (node: string, counter: 'entered' | 'left' | 'waiting', by = 1): CountChange => ({
    runId,
    nodeId: node,
    counter,
    by,
  });
  // Whoever stands at the first node was counted in when they came there.
  const passed = moves.flatMap((move, index) => [
    ...(index === 0 ? [] : [count(move.nodeId, 'entered')]),
    count(move.nodeId, 'left'),
  ]);
  const [first] = moves;
  const wasHeld = enrolment.waitsUntil !== null;
  if (!first) return waitsUntil === null || wasHeld ? passed : [...passed, count(nodeId, 'waiting')];
  const released = wasHeld ? [count(first.nodeId, 'waiting', -1)] : [];
  const held = waitsUntil === null ? [] : [count(nodeId, 'entered'), count(nodeId, 'waiting')];
  return [...passed, ...released, ...held];
};
