import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { giveUpMessages } from '../messages/expire-messages.ts';
import { lockInStatus } from '../messages/lock-in-status.ts';
import { comeAgainSeconds } from '../runs/run-state.ts';
import { tryShareScenarios } from '../runs/scenario-lock.ts';
import {
  addCancelled,
  endCancelOrder,
  readCancelOrder,
  readPlaced,
  type CancelOrderRow,
  type MessagePlace,
} from './cancel-order-store.ts';
import { writeMoment } from './settle-unknown.ts';
import { readProviders } from './unknown-store.ts';

const lookedAtOnce = 2_000;
const cancelledAtOnce = 500;
// Then others have their turn.
const turnMs = 5_000;

interface Portion {
  readonly integrationId: string;
  readonly messageIds: readonly string[];
}

const portionsOf = (rows: readonly { id: string; integrationId: string }[]): Portion[] => {
  const portions: Portion[] = [];
  for (const [integrationId, group] of Map.groupBy(rows, (row) => row.integrationId)) {
    const ids = group.map(({ id }) => id);
    for (let start = 0; start < ids.length; start += cancelledAtOnce)
      portions.push({ integrationId, messageIds: ids.slice(start, start + cancelledAtOnce) });
  }
  return portions;
};

/** Cancels those that still wait; who claims them at this moment has them, or finds them cancelled. False: the scenario is being changed. */
const cancelPortion = (
  { database, now, metrics }: AppContext,
  order: CancelOrderRow,
  { integrationId, messageIds }: Portion,
): Promise<boolean> => {
  const { id, projectId, scenarioId, orderedBy, orderedAt } = order;
  return database
    .transaction(async (connection) => {
      // Before any row is locked, as whoever sends does.
      if (!(await tryShareScenarios(connection, [scenarioId]))) return null;
      const provider = (await readProviders(connection, projectId)).get(integrationId) ?? 'deleted';
      const messages = await lockInStatus(connection, { projectId, messageIds, status: 'enqueued' });
      const error = `${orderedBy} cancelled what waited to be sent on ${writeMoment(orderedAt)}`;
      const integration = { projectId, provider: { id: provider } };
      await giveUpMessages(connection, integration, { messages, status: 'cancelled', error, at: now() });
      await addCancelled(connection, id, messages.length);
      return { provider, count: messages.length };
    })
    .then((done) => {
      if (done && done.count > 0)
        metrics.messages.inc({ provider: done.provider, status: 'cancelled' }, done.count);
      return done !== null;
    });
};

/** Carries an order out, some hundreds at a time; a job for the rest follows. Run twice, it finds its messages cancelled. */
export const cancelWaiting = async (
  context: AppContext,
  job: JobOf<'cancelWaiting'>,
  { window = lookedAtOnce, turn = turnMs }: { window?: number; turn?: number } = {},
): Promise<void> => {
  const { database, jobs, now } = context;
  const order = await readCancelOrder(database.pool, job.orderId);
  if (!order || order.endedAt !== null) return;
  const goOn = (after: MessagePlace | null, startAfterSeconds: number): Promise<void> =>
    database.transaction((connection) =>
      jobs.send(connection, 'cancelWaiting', { jobs: [{ orderId: order.id, after }], startAfterSeconds }),
    );
  const turnEnd = performance.now() + turn;
  let { after } = job;
  for (;;) {
    const rows = await readPlaced(database.pool, order, { after, limit: window });
    const waiting = rows.filter(
      ({ status, createdAt }) => status === 'enqueued' && createdAt <= order.orderedAt,
    );
    for (const portion of portionsOf(waiting))
      if (!(await cancelPortion(context, order, portion))) return goOn(after, comeAgainSeconds);
    const last = rows.at(-1);
    if (!last || rows.length < window)
      return database.transaction((connection) => endCancelOrder(connection, order.id, now()));
    after = { nodeId: last.nodeId, enrolmentId: last.enrolmentId, visit: last.visit };
    if (performance.now() > turnEnd) return goOn(after, 0);
  }
};
