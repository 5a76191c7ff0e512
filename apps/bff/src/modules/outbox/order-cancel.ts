import type { CancelOrder } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { readCursor, toPage } from '../../http/page.ts';
import { newId } from '../../new-id.ts';
import { audit } from '../audit/service.ts';
import { describeRun } from '../runs/progress.ts';
import { findVersion } from '../runs/versions.ts';
import { nameOfNode } from '../walk-history/describe-walks.ts';
import {
  insertCancelOrder,
  readCancelOrder,
  readCancelOrders,
  type CancelOrderRow,
} from './cancel-order-store.ts';
import { readWaiting } from './waiting-store.ts';

const describe = async ({ database }: AppContext, row: CancelOrderRow): Promise<CancelOrder> => {
  const { id, runId, scenarioId, scenarioName, nodeId, asked, cancelled, orderedBy, orderedAt, endedAt } =
    row;
  const { nodes } = await findVersion(database.pool, runId);
  return {
    id,
    runId,
    scenarioId,
    scenarioName,
    nodeName: nodeId === null ? null : nameOfNode(nodes.get(nodeId)),
    asked,
    cancelled,
    tooLate: endedAt === null ? null : Math.max(0, asked - cancelled),
    orderedBy,
    orderedAt: orderedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
};

interface Wanted {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly runId: string;
  /** Null: of all nodes. */
  readonly nodeId: string | null;
  readonly by: { readonly userId: string; readonly name: string };
}

/** Orders that what waits of a run is cancelled. A job does it, while others go on sending: each message is either sent or cancelled. */
export const orderCancel = async (context: AppContext, wanted: Wanted): Promise<CancelOrder> => {
  const { projectId, scenarioId, runId, nodeId, by } = wanted;
  await describeRun(context, { projectId, scenarioId, runId });
  if (nodeId !== null && !(await findVersion(context.database.pool, runId)).nodes.has(nodeId))
    throw notFound('node');
  const id = newId();
  await context.database.transaction(async (connection) => {
    const orderedAt = context.now();
    const waiting = await readWaiting(connection, { projectId, runIds: [runId] });
    const asked = waiting
      .filter((row) => nodeId === null || row.nodeId === nodeId)
      .reduce((sum, row) => sum + row.waiting, 0);
    if (asked === 0)
      throw new ApiFailure('not_running', 'Nothing waits any more: all messages have left or have ended.');
    const order = { id, projectId, runId, nodeId, asked, orderedBy: by.name, orderedAt };
    if (!(await insertCancelOrder(connection, order)))
      throw new ApiFailure(
        'already_running',
        'What waits of this run is being cancelled already: wait until that is done, then look again.',
      );
    const detail = { runId, nodeId, asked };
    const action = 'message.cancel_waiting';
    await audit(connection, { projectId, userId: by.userId, action, subjectId: scenarioId, detail });
    await context.jobs.send(connection, 'cancelWaiting', { jobs: [{ orderId: id, after: null }] });
  });
  const row = await readCancelOrder(context.database.pool, id);
  if (!row) throw new Error(`order ${id} was written and is gone`);
  return describe(context, row);
};

/** The orders of a project, the latest first. */
export const listCancelOrders = async (
  context: AppContext,
  { projectId }: { projectId: string },
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: CancelOrder[]; nextCursor: string | null }> => {
  const [before = null] = readCursor(cursor, 1) ?? [];
  const rows = await readCancelOrders(context.database.pool, { projectId, before, limit: limit + 1 });
  const page = toPage(rows, limit, { item: (row) => row, cursor: ({ id }) => [id] });
  const items: CancelOrder[] = [];
  for (const row of page.items) items.push(await describe(context, row));
  return { ...page, items };
};
