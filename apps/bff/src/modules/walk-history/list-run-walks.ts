import type { RunWalk, WalkState } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { readCursor, writeCursor } from '../../http/page.ts';
import { readCounts } from '../runs/counts-store.ts';
import { findVersion, type PinnedVersion } from '../runs/versions.ts';
import { describeStepRow, nameWalkers, readVocabulary, summariseWalk } from './describe-walks.ts';
import { readRunsOfWalks, readRunWalks, readWindowEnd, type RunWalkRow, type WalkFilter } from './store.ts';

/** Ways are looked through so many at a time, until a page is full or time is up. */
const usualWindow = 20_000;
const longestMs = 2_000;
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

interface Asked {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly runId: string;
}

interface Query {
  readonly nodeId?: string | undefined;
  readonly output?: string | undefined;
  readonly state?: WalkState | undefined;
  readonly customerId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Limits {
  readonly window?: number;
  readonly longestMs?: number;
}

// What was counted says how many there are at most; where not all was counted, as in older runs, that is not known.
const countAtMost = async (
  { database }: AppContext,
  runId: string,
  { node, output, state }: WalkFilter,
): Promise<number> => {
  if (node === null || (output === null && state !== 'inside')) return Infinity;
  const counts = new Map<string, number>();
  for (const { nodeId, counter, value } of await readCounts(database.pool, runId))
    if (nodeId === node.id) counts.set(counter, value);
  const of = (counter: string): number => counts.get(counter) ?? 0;
  if (output === null) return of('entered') - of('left');
  const byOutputs = [...counts].reduce(
    (sum, [counter, value]) => (counter.startsWith('out:') ? sum + value : sum),
    0,
  );
  return of('left') === byOutputs + of('ended') ? of(`out:${output}`) : Infinity;
};

const lookThrough = async (
  { database }: AppContext,
  { projectId, runId }: Asked,
  {
    filter,
    cursor,
    limit,
    atMost,
    since,
    window = usualWindow,
    longestMs: most = longestMs,
  }: Limits & {
    filter: WalkFilter;
    cursor: string | null;
    limit: number;
    /** How many there are in all, at most. */
    atMost: number;
    since: number | null;
  },
): Promise<{ rows: RunWalkRow[]; next: string | null }> => {
  const end = performance.now() + most;
  const rows: RunWalkRow[] = [];
  let before = cursor ?? lastId;
  do {
    // Of one customer an index knows the walks.
    const from =
      filter.customerId === null ? await readWindowEnd(database.pool, { runId, before, size: window }) : null;
    const wanted = limit + 1 - rows.length;
    rows.push(
      ...(await readRunWalks(
        database.pool,
        { projectId, runId, before, from, since },
        { filter, limit: wanted },
      )),
    );
    if (rows.length > limit) return { rows: rows.slice(0, limit), next: rows[limit - 1]?.id ?? null };
    if (from === null || (cursor === null && rows.length >= atMost)) return { rows, next: null };
    before = from;
  } while (performance.now() < end);
  return { rows, next: before };
};

const toItems = async (
  context: AppContext,
  { projectId, version }: { projectId: string; version: PinnedVersion },
  rows: readonly RunWalkRow[],
): Promise<RunWalk[]> => {
  const vocabulary = await readVocabulary(context, projectId);
  const names = await nameWalkers(context, projectId, rows);
  return rows.map((row) => {
    const customerName = names.get(row.customerId) ?? row.customerId;
    const summary = summariseWalk(row, { customerName, nodes: version.nodes });
    if (row.found === null) return { ...summary, step: null };
    const [, output] = row.found.step;
    const isLast = output === null;
    return {
      ...summary,
      step: describeStepRow(row.found, { row, versions: [version], vocabulary, isLast }),
    };
  });
};

/** Walks of a run, the latest first: who stands where, who left a node by which output, and what decided it. */
export const listRunWalks = async (
  context: AppContext,
  asked: Asked,
  { nodeId, output, state, customerId, cursor, limit, ...limits }: Query & Limits,
): Promise<{ items: RunWalk[]; nextCursor: string | null }> => {
  const { projectId, scenarioId, runId } = asked;
  const run = (await readRunsOfWalks(context.database.pool, projectId, [runId])).get(runId);
  if (run?.scenarioId !== scenarioId) throw notFound('run');
  const version = await findVersion(context.database.pool, runId);
  const node = nodeId === undefined ? null : version.nodes.get(nodeId);
  if (node === undefined) return { items: [], nextCursor: null };
  const filter: WalkFilter = {
    node: node && { id: node.id, number: node.number },
    output: node === null ? null : (output ?? null),
    state: state ?? null,
    customerId: customerId ?? null,
  };
  const [after = null] = readCursor(cursor, 1) ?? [];
  const atMost = await countAtMost(context, runId, filter);
  if (atMost <= 0) return { items: [], nextCursor: null };
  const { rows, next } = await lookThrough(context, asked, {
    filter,
    cursor: after,
    limit,
    atMost,
    since: run.since,
    ...limits,
  });
  const items = await toItems(context, { projectId, version }, rows);
  return { items, nextCursor: next === null ? null : writeCursor([next]) };
};
