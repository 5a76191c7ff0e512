import type { CountChange } from '../runs/counts.ts';
import type { Walked } from './walked.ts';

interface NodeTally {
  entered: number;
  waiting: number;
  /** How many left by each output; null: their walk was ended there. */
  readonly left: Map<string | null, number>;
}

const countersOf = ({ entered, waiting, left }: NodeTally): [CountChange['counter'], number][] => [
  ['entered', entered],
  ['left', Array.from(left.values()).reduce((sum, by) => sum + by, 0)],
  ...Array.from(left, ([output, by]): [CountChange['counter'], number] => [
    output === null ? 'ended' : `out:${output}`,
    by,
  ]),
  ['waiting', waiting],
];

/** How walks change the counts of the nodes they came through, and of those that hold somebody; each count is named once. */
export const countMoves = (walked: readonly Walked[], runId: string): CountChange[] => {
  const tallies = new Map<string, NodeTally>();
  const tallyOf = (nodeId: string): NodeTally => {
    const known = tallies.get(nodeId);
    if (known) return known;
    const fresh = { entered: 0, waiting: 0, left: new Map<string | null, number>() };
    tallies.set(nodeId, fresh);
    return fresh;
  };
  for (const { enrolment, result } of walked) {
    const { moves, nodeId, waitsUntil, isFinished } = result;
    const [first] = moves;
    for (const move of moves) {
      const tally = tallyOf(move.nodeId);
      // Whoever stands at the first node was counted in when they came there.
      if (move !== first) tally.entered += 1;
      tally.left.set(move.output, (tally.left.get(move.output) ?? 0) + 1);
    }
    // Moves end before the node that they stand at now.
    if (first && !isFinished) tallyOf(nodeId).entered += 1;
    if (enrolment.waitsUntil !== null) tallyOf(first?.nodeId ?? nodeId).waiting -= 1;
    if (waitsUntil !== null) tallyOf(nodeId).waiting += 1;
  }
  return Array.from(tallies).flatMap(([nodeId, tally]) =>
    countersOf(tally)
      .filter(([, by]) => by !== 0)
      .map(([counter, by]) => ({ runId, nodeId, counter, by })),
  );
};
