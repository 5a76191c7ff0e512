import type { MessageFacts } from '@curlew/engine';
import { addDuration, type NodeOf } from '@curlew/scenario';
import type { PoolClient } from 'pg';
import type { PinnedVersion } from '../runs/versions.ts';
import {
  beginSplitTests,
  decideSplitTest,
  lockSplitTest,
  readSplitTest,
  readVariantResults,
  type VariantResult,
} from './split-store.ts';
import type { WalkedBatch } from './walked-batch.ts';

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
  const state = await readSplitTest(connection, test);
  // Nobody has come yet.
  if (!state) return null;
  if (state.decidedAt !== null) return state.winner;
  const end = addDuration(state.beganAt.getTime(), winner.after, facts.project.timeZone ?? 'UTC');
  if (facts.now < end) return null;
  // Another walk may decide it at this moment: this one waits for it, and does not read all walks of the run as well.
  const held = await lockSplitTest(connection, test);
  if (held && held.decidedAt !== null) return held.winner;
  const results = await readVariantResults(connection, {
    ...test,
    nodeNumber: node.number,
    variantIds: variants.map(({ id }) => id),
    event: winner.by === 'event' ? winner.event.trim() : null,
  });
  const best = pickWinner(results);
  await decideSplitTest(connection, { ...test, at: new Date(facts.now), winner: best });
  return best;
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

/** Begins the tests of the splits that somebody has come to in this batch, where nobody had before. */
export const beginTests = async (
  connection: PoolClient,
  { version: { projectId, runId }, walked, now }: Pick<WalkedBatch, 'version' | 'walked' | 'now'>,
  splits: readonly NodeOf<'split'>[],
): Promise<void> => {
  if (splits.length === 0) return;
  const passed = new Set(walked.flatMap(({ result }) => result.moves.map(({ nodeId }) => nodeId)));
  const reached = splits.map(({ id }) => id).filter((id) => passed.has(id));
  await beginSplitTests(connection, { projectId, runId, at: now }, reached);
};
