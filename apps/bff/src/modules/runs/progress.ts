import type { NodeCounts, RefusalCount, Run } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import type { Connection } from '../../database/database.ts';
import { notFound } from '../../http/api-failure.ts';
import { readHeldIntegrations } from '../integrations/service.ts';
import { findWaitedFor } from '../messages/service.ts';
import { readLateTriggers, type LateTrigger } from '../triggers/late-starts.ts';
import { readCounts, readRefusals, type Counter, type CountRow } from './counts-store.ts';
import { readLatestRun, readRun, type RunRow } from './store.ts';
import { findVersion } from './versions.ts';

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

// Of the operators that nobody calls now, those that the run sends through, or that messages of it were handed over to.
const describeTroubles = async (
  { database, now }: Pick<AppContext, 'database' | 'now'>,
  { id, projectId }: RunRow,
): Promise<Run['troubles']> => {
  const held = await readHeldIntegrations(database.pool, { projectId, at: now() });
  if (held.length === 0) return [];
  const { nodes } = await findVersion(database.pool, id);
  const named = new Set(
    [...nodes.values()].flatMap((node) => (node.kind === 'sms' ? [node.settings.integrationId] : [])),
  );
  const integrationIds = held.map((one) => one.id);
  const waitedFor = await findWaitedFor(database.pool, { runId: id, integrationIds });
  return held.flatMap(({ id: integrationId, isDefault, name, error, since, until, through }) => {
    const isNamed = named.has(integrationId) || (isDefault && named.has(null));
    if (!isNamed && !waitedFor.has(integrationId)) return [];
    const times = { since: since.toISOString(), until: until.toISOString() };
    // What was handed over once is not handed over again.
    return [{ name, error, ...times, through: isNamed ? through : null }];
  });
};

const toRun = async (context: Pick<AppContext, 'database' | 'now'>, row: RunRow): Promise<Run> => ({
  id: row.id,
  scenarioId: row.scenarioId,
  versionNumber: row.versionNumber,
  status: row.status,
  pausedAt: row.pausedAt?.toISOString() ?? null,
  isOpen: row.isOpen,
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  startedBy: row.startedBy,
  enrolled: row.enrolled,
  walked: row.walked,
  insideEarlier: row.insideEarlier,
  nodes: toNodeCounts(
    await readCounts(context.database.pool, row.id),
    await readLateTriggers(context.database.pool, row.id),
  ),
  troubles: await describeTroubles(context, row),
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
