import type { NodeCounts, RefusalCount, Run } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import type { Connection } from '../../database/database.ts';
import { notFound } from '../../http/api-failure.ts';
import { readLateTriggers, type LateTrigger } from '../triggers/late-starts.ts';
import { readCountsNow, readRefusals } from './counts-store.ts';
import { readLatestRun, readRun, type RunRow } from './store.ts';
import { findTroubles } from './troubles.ts';
import { findVersion } from './versions.ts';

type CountRow = Awaited<ReturnType<typeof readCountsNow>>[number];
type Counter = CountRow['counter'];

const toNodeCounts = (rows: readonly CountRow[], lateTriggers: readonly LateTrigger[]): NodeCounts[] => {
  const late = new Map(lateTriggers.map(({ nodeId, ...own }) => [nodeId, own]));
  // A trigger that was late may have let nobody in.
  const byNode = new Map<string, Map<Counter, number>>(lateTriggers.map(({ nodeId }) => [nodeId, new Map()]));
  for (const row of rows) {
    const counters = byNode.get(row.nodeId) ?? new Map<Counter, number>();
    counters.set(row.counter, row.value);
    byNode.set(row.nodeId, counters);
  }
  return Array.from(byNode, ([nodeId, counters]) => {
    const count = (counter: Counter): number => counters.get(counter) ?? 0;
    const own = late.get(nodeId);
    return {
      nodeId,
      entered: count('entered'),
      left: count('left'),
      enqueued: count('enqueued'),
      sent: count('sent'),
      delivered: count('delivered'),
      failed: count('failed'),
      rejected: count('rejected'),
      unsent: count('unsent'),
      suppressed: count('suppressed'),
      enqueueFailed: count('enqueue_failed'),
      unknown: count('unknown'),
      expired: count('expired'),
      cancelled: count('cancelled'),
      sending: count('sending'),
      waiting: count('waiting'),
      ended: count('ended'),
      outputs: Array.from(counters)
        .filter(([counter]) => counter.startsWith('out:'))
        .map(([counter, of]) => ({ id: counter.slice('out:'.length), count: of })),
      late: own
        ? { count: own.count, dueAt: own.dueAt.toISOString(), firedAt: own.firedAt.toISOString() }
        : null,
    };
  });
};

const toRun = async (context: Pick<AppContext, 'database' | 'now'>, row: RunRow): Promise<Run> => ({
  id: row.id,
  scenarioId: row.scenarioId,
  versionNumber: row.versionNumber,
  resend: row.resend,
  status: row.status,
  pausedAt: row.pausedAt?.toISOString() ?? null,
  isOpen: row.isOpen,
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  startedBy: row.startedBy,
  enrolled: row.enrolled,
  walked: row.walked,
  insideEarlier: row.insideEarlier,
  leavingEarlier: row.leavingEarlier,
  nodes: toNodeCounts(
    await readCountsNow(context.database.pool, { projectId: row.projectId, runId: row.id }),
    await readLateTriggers(context.database.pool, row.id),
  ),
  troubles: await findTroubles(context, {
    projectId: row.projectId,
    runId: row.id,
    readNodes: async () => [...(await findVersion(context.database.pool, row.id)).nodes.values()],
  }),
});

interface Where {
  readonly projectId: string;
  readonly scenarioId: string;
}

/** The latest run of a scenario with its counts; null before the first. */
export const describeLatestRun = async (
  context: Pick<AppContext, 'database' | 'now'>,
  where: Where,
): Promise<Run | null> => {
  const row = await readLatestRun(context.database.pool, where);
  return row ? toRun(context, row) : null;
};

const findRun = async (
  connection: Connection,
  { projectId, scenarioId, runId }: Where & { runId: string },
): Promise<RunRow> => {
  const row = await readRun(connection, runId);
  if (!row || row.projectId !== projectId || row.scenarioId !== scenarioId) throw notFound('run');
  return row;
};

/** What a run runs, whatever became of the draft since. */
export const describeRunDocument = async (
  { database }: Pick<AppContext, 'database'>,
  where: Where & { runId: string },
): Promise<{ document: ScenarioDocument }> => {
  const { id } = await findRun(database.pool, where);
  return { document: (await findVersion(database.pool, id)).document };
};

export const describeRun = async (
  context: Pick<AppContext, 'database' | 'now'>,
  where: Where & { runId: string },
): Promise<Run & { refusals: RefusalCount[] }> => {
  const { database } = context;
  const row = await findRun(database.pool, where);
  return { ...(await toRun(context, row)), refusals: await readRefusals(database.pool, row.id) };
};
