import type { MessageFacts } from '@curlew/engine';
import { addDuration, type NodeOf } from '@curlew/scenario';
import type { PoolClient } from 'pg';
import type { PinnedVersion } from '../runs/versions.ts';
import {
  beginSplitTest,
  decideSplitTest,
  readSplitTest,
  readVariantResults,
  type VariantResult,
} from './split-store.ts';

interface Asked {
  readonly version: PinnedVersion;
  readonly splits: readonly NodeOf<'split'>[];
  readonly facts: MessageFacts;
}

/** The variant with the best share; null where none did better than all others. */
export const pickWinner = (results: readonly VariantResult[]): string | null => {
  const shares = results
    .filter(({ tried }) => tried > 0)
    .map(({ variantId, tried, succeeded }) => ({ variantId, share: succeeded / tried }))
    .toSorted((one, other) => other.share - one.share);
  const [best, second] = shares;
  if (!best || best.share === 0 || best.share === second?.share) return null;
  return best.variantId;
};

const decide = async (
  connection: PoolClient,
  { version, facts }: Asked,
  node: NodeOf<'split'>,
): Promise<string | null> => {
  const { winner, variants } = node.settings;
  if (winner === null) return null;
  const { runId, projectId } = version;
  const test = { runId, nodeId: node.id, projectId };
  const now = new Date(facts.now);
  const state =
    (await readSplitTest(connection, test)) ?? (await beginSplitTest(connection, { ...test, at: now }));
  if (state.decidedAt !== null) return state.winner;
  const end = addDuration(state.beganAt.getTime(), winner.after, facts.project.timeZone ?? 'UTC');
  if (facts.now < end) return null;
  const results = await readVariantResults(connection, {
    ...test,
    nodeNumber: node.number,
    variantIds: variants.map(({ id }) => id),
    event: winner.by === 'event' ? winner.event.trim() : null,
  });
  const best = pickWinner(results);
  await decideSplitTest(connection, { ...test, at: now, winner: best });
  // Another walk may have been first.
  return (await readSplitTest(connection, test))?.winner ?? null;
};

/** The variants that everyone takes from now on, by id of the split: each decided once for the whole run (N66). */
export const findWinners = async (
  connection: PoolClient,
  asked: Asked,
): Promise<ReadonlyMap<string, string>> => {
  const winners = new Map<string, string>();
  for (const node of asked.splits.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const winner = await decide(connection, asked, node);
    if (winner !== null) winners.set(node.id, winner);
  }
  return winners;
};
