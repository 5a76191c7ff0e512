import type { WalkState } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { searchPatterns } from '../customers/service.ts';
import { findVersion, type PinnedVersion } from '../runs/versions.ts';
import { readRunWalks, readWindowEnd, type RunWalkRow, type WalkFilter } from './run-walk-store.ts';
import { readRunsOfWalks, type RunOfWalk } from './store.ts';

/** Ways are looked through so many at a time. */
const usualWindow = 20_000;
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export interface AskedRun {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly runId: string;
}

/** Which walks of a run are wanted, as a query says it. */
export interface WalksQuery {
  readonly nodeId?: string | undefined;
  readonly output?: string | undefined;
  readonly refusal?: string | undefined;
  readonly state?: WalkState | undefined;
  readonly customerId?: string | undefined;
  readonly search?: string | undefined;
}

export interface FoundRun {
  readonly run: RunOfWalk;
  readonly version: PinnedVersion;
  /** Null: there is no such node, and nobody was at it. */
  readonly filter: WalkFilter | null;
}

/** The run and what is to be looked for in it. Throws `not_found` for a run that is not of the scenario. */
export const findAskedRun = async (
  { database }: AppContext,
  { projectId, scenarioId, runId }: AskedRun,
  { nodeId, output, refusal, state, customerId, search = '' }: WalksQuery,
): Promise<FoundRun> => {
  const run = (await readRunsOfWalks(database.pool, projectId, [runId])).get(runId);
  if (run?.scenarioId !== scenarioId) throw notFound('run');
  const version = await findVersion(database.pool, runId);
  const node = nodeId === undefined ? null : version.nodes.get(nodeId);
  if (node === undefined) return { run, version, filter: null };
  const filter: WalkFilter = {
    node: node && { id: node.id, number: node.number },
    output: node === null ? null : (output ?? null),
    refusal: node === null ? null : (refusal ?? null),
    state: state ?? null,
    customerId: customerId ?? null,
    search: searchPatterns(search),
  };
  return { run, version, filter };
};

export interface Portion {
  readonly rows: readonly RunWalkRow[];
  /** The walk after which the next portion begins; null: there is none. */
  readonly next: string | null;
}

/** The walks wanted, the latest first, in portions of at most `size`: those that were found in a window of the run's walks. */
export async function* findRunWalks(
  { database }: AppContext,
  { projectId, runId }: AskedRun,
  {
    filter,
    since,
    after,
    size,
    window = usualWindow,
  }: {
    filter: WalkFilter;
    since: number | null;
    after: string | null;
    size: number;
    window?: number | undefined;
  },
): AsyncGenerator<Portion> {
  let before = after ?? lastId;
  for (;;) {
    // Of one customer an index knows the walks.
    const from =
      filter.customerId === null ? await readWindowEnd(database.pool, { runId, before, size: window }) : null;
    const place = { projectId, runId, before, from, since };
    const rows = await readRunWalks(database.pool, place, { filter, limit: size });
    const last = rows.length === size ? rows.at(-1) : undefined;
    const next = last?.id ?? from;
    yield { rows, next };
    if (next === null) return;
    before = next;
  }
}
