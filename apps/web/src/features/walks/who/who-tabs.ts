import type { NodeCounts } from '@curlew/contract';
import { describeNode, type ScenarioNode } from '@curlew/scenario';
import type { WalksWanted } from '../walk-queries.ts';

/** A list of customers of a node or of a whole run. */
export interface WhoTab {
  readonly value: string;
  readonly label: string;
  /** Null: not counted. */
  readonly count: number | null;
  readonly wanted: WalksWanted;
  readonly emptySentence: string;
}

/** Of a node: who stands there, who left it by each output, and whose walk was ended there. */
export const tabsOfNode = (node: ScenarioNode, counts: NodeCounts | null): readonly WhoTab[] => {
  const { id: nodeId } = node;
  const { outputs } = describeNode(node);
  // What runs counted before outputs were counted is known of a node with a single one only.
  const countOf = (output: string): number | null => {
    if (!counts) return null;
    const known = counts.outputs.find(({ id }) => id === output)?.count;
    if (known !== undefined) return known;
    return outputs.length === 1
      ? counts.left - counts.ended
      : counts.outputs.length === 0 && counts.left > 0
        ? null
        : 0;
  };
  return [
    {
      value: 'inside',
      label: 'Inside',
      count: counts && Math.max(0, counts.entered - counts.left),
      wanted: { nodeId, state: 'inside' },
      emptySentence: 'Nobody stands here now.',
    },
    ...outputs.map(({ id: output, label }) => ({
      value: `out:${output}`,
      label: label === '' ? 'Left' : label,
      count: countOf(output),
      wanted: { nodeId, output },
      emptySentence: label === '' ? 'Nobody has left yet.' : `Nobody has left by “${label}” yet.`,
    })),
    {
      value: 'ended',
      label: 'Ended',
      count: counts && counts.ended,
      wanted: { nodeId, state: 'ended' },
      emptySentence: 'No walk was ended here.',
    },
  ];
};

/** Of a whole run, by how the walks stand. */
export const tabsOfRun: readonly WhoTab[] = [
  {
    value: 'inside',
    label: 'Inside',
    count: null,
    wanted: { state: 'inside' },
    emptySentence: 'Nobody is inside any more.',
  },
  {
    value: 'finished',
    label: 'Finished',
    count: null,
    wanted: { state: 'finished' },
    emptySentence: 'Nobody has come to the end of their way yet.',
  },
  {
    value: 'ended',
    label: 'Ended early',
    count: null,
    wanted: { state: 'ended' },
    emptySentence: 'No walk was ended early.',
  },
];
