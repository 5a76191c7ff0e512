import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import {
  hasOpenWalks,
  lockWakeCursor,
  moveWakeCursor,
  readDue,
  readOverdue,
  type DueEnrolment,
} from './sweep-store.ts';

const sweepSize = 10_000;
const walkSize = 1_000;

const walksOf = (due: readonly DueEnrolment[]): JobOf<'walk'>[] =>
  Array.from(Map.groupBy(due, ({ runId, nodeId }) => `${runId} ${nodeId}`).values()).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { runId, nodeId } = first;
    const ids = group.map(({ id }) => id);
    return Array.from({ length: Math.ceil(ids.length / walkSize) }, (_, index) => ({
      runId,
      nodeId,
      enrolmentIds: ids.slice(index * walkSize, (index + 1) * walkSize),
    }));
  });

/** One portion; whether there may be more. */
const sweepOnce = async ({ jobs, now }: AppContext, connection: PoolClient): Promise<boolean> => {
  const after = await lockWakeCursor(connection);
  if (!after) return false;
  const due = await readDue(connection, { after, until: now(), limit: sweepSize });
  const last = due.at(-1);
  if (!last) return false;
  await jobs.send(connection, 'walk', { jobs: walksOf(due) });
  await moveWakeCursor(connection, { waitsUntil: last.waitsUntil, enrolmentId: last.id });
  return due.length === sweepSize;
};

/**
 * Sends on whoever's wait is over since the last sweep, in walks of up to a thousand. It reads those only, however many
 * wait for later; a walk that finds its customers gone on already does nothing.
 */
export const sweepWaits = async (context: AppContext): Promise<void> => {
  for (let hasMore = true; hasMore;) {
    hasMore = await context.database.transaction((connection) => sweepOnce(context, connection));
  }
};

const overdueMs = 60_000;

/**
 * Sends on whoever a sweep has missed: their walk was committed after their wait was over, or the clock was put back. Only
 * while no walk is waiting, so that nobody is sent on twice because there is much to do.
 */
export const sweepMissed = async (context: AppContext): Promise<void> => {
  const { database, jobs, now } = context;
  await database.transaction(async (connection) => {
    if (await hasOpenWalks(connection)) return;
    const before = new Date(now().getTime() - overdueMs);
    await jobs.send(connection, 'walk', {
      jobs: walksOf(await readOverdue(connection, { before, limit: sweepSize })),
    });
  });
};
