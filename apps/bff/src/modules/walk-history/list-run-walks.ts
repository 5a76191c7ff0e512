import type { RunWalk } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { readCursor, writeCursor } from '../../http/page.ts';
import { readCounts, readRefusals } from '../runs/counts-store.ts';
import type { PinnedVersion } from '../runs/versions.ts';
import {
  describeStepRow,
  nameWalkers,
  readVocabulary,
  summariseWalk,
  type Vocabulary,
} from './describe-walks.ts';
import { findAskedRun, findRunWalks, type AskedRun, type WalksQuery } from './find-run-walks.ts';
import type { RunWalkRow, WalkFilter } from './run-walk-store.ts';

/** A page looks on until it is full or time is up. */
const longestMs = 2_000;

interface PageQuery extends WalksQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Limits {
  readonly window?: number;
  readonly longestMs?: number;
}

const countRefused = async ({ database }: AppContext, runId: string, { node, refusal }: WalkFilter) =>
  (await readRefusals(database.pool, runId)).reduce(
    (sum, { nodeId, type, count }) => (nodeId === node?.id && type === refusal ? sum + count : sum),
    0,
  );

// What was counted says how many there are at most; where not all was counted, as in older runs, that is not known.
const countAtMost = async (context: AppContext, runId: string, filter: WalkFilter): Promise<number> => {
  const { node, output, refusal, state } = filter;
  if (node === null) return Infinity;
  if (refusal !== null) return countRefused(context, runId, filter);
  if (output === null && state !== 'inside') return Infinity;
  const counts = new Map<string, number>();
  for (const { nodeId, counter, value } of await readCounts(context.database.pool, runId))
    if (nodeId === node.id) counts.set(counter, value);
  const of = (counter: string): number => counts.get(counter) ?? 0;
  if (output === null) return of('entered') - of('left');
  const byOutputs = [...counts].reduce(
    (sum, [counter, value]) => (counter.startsWith('out:') ? sum + value : sum),
    0,
  );
  return of('left') === byOutputs + of('ended') ? of(`out:${output}`) : Infinity;
};

const fillPage = async (
  context: AppContext,
  asked: AskedRun,
  {
    filter,
    cursor,
    limit,
    since,
    window,
    longestMs: most = longestMs,
  }: Limits & { filter: WalkFilter; cursor: string | null; limit: number; since: number | null },
): Promise<{ rows: readonly RunWalkRow[]; next: string | null }> => {
  const atMost = await countAtMost(context, asked.runId, filter);
  if (atMost <= 0) return { rows: [], next: null };
  const end = performance.now() + most;
  const rows: RunWalkRow[] = [];
  let next: string | null = null;
  const wanted = { filter, since, after: cursor, size: limit + 1, window };
  for await (const portion of findRunWalks(context, asked, wanted)) {
    rows.push(...portion.rows);
    next = portion.next;
    if (rows.length > limit) return { rows: rows.slice(0, limit), next: rows[limit - 1]?.id ?? null };
    if (cursor === null && rows.length >= atMost) return { rows, next: null };
    if (performance.now() >= end) break;
  }
  return { rows, next };
};

/** A walk as lists have it: where it stands, and its last step at the node that was asked about. */
export const toRunWalk = (
  row: RunWalkRow,
  {
    customerName,
    version,
    vocabulary,
  }: { customerName: string; version: PinnedVersion; vocabulary: Vocabulary },
): RunWalk => {
  const summary = summariseWalk(row, { customerName, nodes: version.nodes });
  if (row.found === null) return { ...summary, step: null };
  const [, output] = row.found.step;
  const words = { row, versions: [version], vocabulary, isLast: output === null };
  return { ...summary, step: describeStepRow(row.found, words) };
};

/** Walks of a run, the latest first: who stands where, who left a node by which output, and what decided it. */
export const listRunWalks = async (
  context: AppContext,
  asked: AskedRun,
  { cursor, limit, window, longestMs: most, ...query }: PageQuery & Limits,
): Promise<{ items: RunWalk[]; nextCursor: string | null }> => {
  const { run, version, filter } = await findAskedRun(context, asked, query);
  if (filter === null) return { items: [], nextCursor: null };
  const [after = null] = readCursor(cursor, 1) ?? [];
  const { rows, next } = await fillPage(context, asked, {
    filter,
    cursor: after,
    limit,
    since: run.since,
    ...(window === undefined ? {} : { window }),
    ...(most === undefined ? {} : { longestMs: most }),
  });
  const vocabulary = await readVocabulary(context, asked.projectId);
  const names = await nameWalkers(context, asked.projectId, rows);
  const items = rows.map((row) => {
    const customerName = names.get(row.customerId) ?? row.customerId;
    return toRunWalk(row, { customerName, version, vocabulary });
  });
  return { items, nextCursor: next === null ? null : writeCursor([next]) };
};
