import type { Walk, WalkSteps } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { readEventFacts } from '../customers/read-event-facts.ts';
import type { PinnedVersion } from '../runs/versions.ts';
import { readLateStart } from '../triggers/late-starts.ts';
import { describeWay, findStretches } from './describe-way.ts';
import { nameOfNode, nameWalkers } from './describe-walks.ts';
import { toScenarioWalk } from './list-customer-walks.ts';
import { readRunsOfWalks, readWalk, type WalkRow } from './store.ts';

const readEvent = async (
  { database }: AppContext,
  projectId: string,
  { eventId }: WalkRow,
): Promise<Walk['event']> => {
  if (eventId === null) return null;
  const event = (await readEventFacts(database.pool, projectId, [eventId])).get(eventId);
  return event ? { id: eventId, type: event.type, timestamp: new Date(event.timestamp).toISOString() } : null;
};

const describeTrigger = ({ triggerId }: WalkRow, versions: readonly PinnedVersion[]): Walk['trigger'] => {
  const node = versions.map(({ nodes }) => nodes.get(triggerId)).find((found) => found !== undefined);
  return { nodeId: triggerId, name: nameOfNode(node), kind: node?.kind ?? null };
};

interface AskedWalk {
  readonly projectId: string;
  readonly walkId: string;
}

const findWalk = async ({ database }: AppContext, asked: AskedWalk): Promise<WalkRow> => {
  const row = await readWalk(database.pool, asked);
  if (!row) throw notFound('walk');
  return row;
};

/** One walk: how it began, where it stands, and its last steps. */
export const getWalk = async (context: AppContext, asked: AskedWalk): Promise<Walk> => {
  const { pool } = context.database;
  const { projectId } = asked;
  const row = await findWalk(context, asked);
  const run = (await readRunsOfWalks(pool, projectId, [row.runId])).get(row.runId);
  if (!run) throw notFound('walk');
  const stretches = await findStretches(context, projectId, row);
  const versions = stretches.map(({ version }) => version);
  const runIds = versions.map(({ runId }) => runId);
  const [way, names, event, late] = await Promise.all([
    describeWay(context, { projectId, row, stretches }),
    nameWalkers(context, projectId, [row]),
    readEvent(context, projectId, row),
    readLateStart(pool, { runIds, nodeId: row.triggerId, at: row.startedAt }),
  ]);
  const customerName = names.get(row.customerId) ?? row.customerId;
  return {
    ...(await toScenarioWalk(context, row, { customerName, run })),
    trigger: describeTrigger(row, versions),
    event,
    late: late && { dueAt: late.dueAt.toISOString(), firedAt: late.firedAt.toISOString() },
    ...way,
  };
};

/** Steps of a walk before one of them. */
export const listWalkSteps = async (
  context: AppContext,
  asked: AskedWalk,
  { before }: { before?: number | undefined },
): Promise<WalkSteps> => {
  const { projectId } = asked;
  const row = await findWalk(context, asked);
  const stretches = await findStretches(context, projectId, row);
  return describeWay(context, { projectId, row, stretches }, before ?? null);
};
