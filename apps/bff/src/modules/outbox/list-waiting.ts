import type { WaitingNode, WaitingRun } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { readCursor, writeCursor } from '../../http/page.ts';
import { listIntegrations } from '../integrations/service.ts';
import { countHandedOver } from '../messages/service.ts';
import { findVersion } from '../runs/versions.ts';
import { nameOfNode } from '../walk-history/describe-walks.ts';
import { readCandidates, readWaiting, type CandidateRun, type WaitingRow } from './waiting-store.ts';

// Most runs have nothing that waits: a page looks on until it is full or time is up.
const lookedAtOnce = 200;
const longestMs = 1_000;

interface ListQuery {
  readonly runId?: string | null | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

interface Found {
  readonly projectId: string;
  readonly rows: readonly WaitingRow[];
  /** Of the project's integrations, by id. */
  readonly names: ReadonlyMap<string, string>;
}

const describe = async (
  { database }: AppContext,
  run: CandidateRun,
  { projectId, rows, names }: Found,
): Promise<WaitingRun> => {
  const { nodes } = await findVersion(database.pool, run.runId);
  const counts = await countHandedOver(database.pool, projectId, rows);
  const describeNode = ({ nodeId, waiting }: WaitingRow): WaitingNode => {
    const node = nodes.get(nodeId);
    const integrationId = node?.kind === 'sms' ? node.settings.integrationId : null;
    return {
      nodeId,
      nodeName: nameOfNode(node),
      waiting,
      integrationName: names.get(integrationId ?? '') ?? null,
      // Counted a moment later.
      handedOver: counts
        .filter((own) => own.nodeId === nodeId)
        .map(({ name, waiting: own, isMore }) => ({ name, waiting: Math.min(own, waiting), isMore })),
    };
  };
  return {
    ...run,
    pausedAt: run.pausedAt?.toISOString() ?? null,
    startedAt: run.startedAt.toISOString(),
    waiting: rows.reduce((sum, { waiting }) => sum + waiting, 0),
    nodes: rows.map(describeNode),
  };
};

/** Runs whose messages wait to be sent, the latest run first. */
export const listWaiting = async (
  context: AppContext,
  { projectId }: { projectId: string },
  { runId = null, cursor, limit, window = lookedAtOnce }: ListQuery & { readonly window?: number },
): Promise<{ items: WaitingRun[]; nextCursor: string | null }> => {
  const { pool } = context.database;
  const end = performance.now() + longestMs;
  const items: WaitingRun[] = [];
  const integrations = await listIntegrations(context, projectId);
  const names = new Map(integrations.map(({ id, name }) => [id, name]));
  let [before = null] = readCursor(cursor, 1) ?? [];
  for (;;) {
    const runs = await readCandidates(pool, { projectId, runId, before, limit: window });
    const runIds = runs.map(({ runId }) => runId);
    const waiting = Map.groupBy(await readWaiting(pool, { projectId, runIds }), ({ runId }) => runId);
    for (const run of runs) {
      before = run.runId;
      const rows = waiting.get(run.runId);
      if (!rows) continue;
      items.push(await describe(context, run, { projectId, rows, names }));
      if (items.length === limit) return { items, nextCursor: writeCursor([before]) };
    }
    if (runs.length < window || before === null) return { items, nextCursor: null };
    if (performance.now() > end) return { items, nextCursor: writeCursor([before]) };
  }
};
