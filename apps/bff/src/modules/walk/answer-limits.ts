import { walkOn, type WalkInput, type WalkResult } from '@curlew/engine';
import type { PoolClient } from 'pg';
import type { PinnedVersion } from '../runs/versions.ts';
import { takeLimit } from './limit-store.ts';
import type { Walked } from './walked.ts';

interface Limits {
  readonly version: Pick<PinnedVersion, 'projectId' | 'runId'>;
  readonly go: (input: WalkInput) => WalkResult;
}

const asksLimit = ({ result }: Walked): boolean => result.question?.kind === 'limit';

/** Walks on whoever stands at a Limit node, until nobody does: first come, first served, in the order given. */
export const answerLimits = async (
  connection: PoolClient,
  { version: { projectId, runId }, go }: Limits,
  walked: readonly Walked[],
): Promise<Walked[]> => {
  const current = [...walked];
  for (;;) {
    const asking = current.flatMap((entry, index) => (asksLimit(entry) ? [{ entry, index }] : []));
    if (asking.length === 0) return current;
    const groups = Map.groupBy(asking, ({ entry }) => entry.result.nodeId);
    // Always in one order, so that two batches cannot wait for each other in a circle.
    for (const nodeId of [...groups.keys()].toSorted()) {
      const group = groups.get(nodeId) ?? [];
      const question = group[0]?.entry.result.question;
      if (question?.kind !== 'limit') continue;
      const granted = await takeLimit(connection, {
        projectId,
        runId,
        nodeId,
        most: question.most,
        wanted: group.length,
      });
      for (const [place, { entry, index }] of group.entries()) {
        const { input, result } = entry;
        const answer = { kind: 'limit' as const, passes: place < granted };
        current[index] = { ...entry, result: walkOn(go, { input, result, answer }) };
      }
    }
  }
};
