import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import {
  firstWaiting,
  lockWakeCursor,
  moveWakeCursor,
  readDue,
  readPausedRuns,
  readWalkedPlaces,
  type DueEnrolment,
  type WaitingPlace,
} from './sweep-store.ts';

const sweepSize = 10_000;
const walkSize = 1_000;
/** Whoever should have gone on longer ago has been missed. */
const overdueMs = 60_000;

const keyOf = ({ runId, nodeId }: WaitingPlace): string => `${runId} ${nodeId}`;

const walksOf = (due: readonly DueEnrolment[]): JobOf<'walk'>[] =>
  Array.from(Map.groupBy(due, keyOf).values()).flatMap((group) => {
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
  const after = await lockWakeCursor(connection, 'due');
  if (!after) return false;
  const until = now();
  // The clock was put back: what has been passed over by the wrong one is still to come.
  const isAhead = after.waitsUntil.getTime() > until.getTime() + overdueMs;
  const due = await readDue(connection, {
    after: isAhead ? { ...firstWaiting, waitsUntil: until } : after,
    until,
    limit: sweepSize,
  });
  const last = due.at(-1);
  if (!last && isAhead) await moveWakeCursor(connection, 'due', { ...firstWaiting, waitsUntil: until });
  if (!last) return false;
  await jobs.send(connection, 'walk', { jobs: walksOf(due) });
  await moveWakeCursor(connection, 'due', { waitsUntil: last.waitsUntil, enrolmentId: last.id });
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

/** One portion of those who are overdue, whatever the reason; whether there may be more. */
const lookAtOverdue = async (
  { jobs, now }: AppContext,
  connection: PoolClient,
  findWalked: () => Promise<ReadonlySet<string>>,
): Promise<boolean> => {
  const after = await lockWakeCursor(connection, 'missed');
  if (!after) return false;
  const until = new Date(now().getTime() - overdueMs);
  const overdue = await readDue(connection, { after, until, limit: sweepSize });
  const last = overdue.at(-1);
  const isFull = overdue.length === sweepSize;
  // At the end it begins anew.
  await moveWakeCursor(
    connection,
    'missed',
    last && isFull ? { waitsUntil: last.waitsUntil, enrolmentId: last.id } : firstWaiting,
  );
  if (overdue.length === 0) return false;
  const walked = await findWalked();
  const runIds = [...new Set(overdue.map(({ runId }) => runId))];
  const paused = await readPausedRuns(connection, runIds);
  const missed = overdue.filter((one) => !walked.has(keyOf(one)) && !paused.has(one.runId));
  await jobs.send(connection, 'walk', { jobs: walksOf(missed) });
  return isFull;
};

const portionsPerTurn = 10;

/**
 * Sends on whoever a sweep has missed: their walk was committed after their wait was over, or the clock was put back. Everyone who is
 * overdue has their turn, bit by bit; where walks are queued or tried again already none is added.
 */
export const sweepMissed = async (context: AppContext): Promise<void> => {
  // Read once for all portions, before they add walks of their own.
  let walked: ReadonlySet<string> | undefined;
  for (let portion = 0; portion < portionsPerTurn; portion += 1) {
    const hasMore = await context.database.transaction((connection) =>
      lookAtOverdue(context, connection, async () => {
        walked ??= new Set((await readWalkedPlaces(connection)).map(keyOf));
        return walked;
      }),
    );
    if (!hasMore) return;
  }
};
