import type { PoolClient } from 'pg';
import { addRunCounts } from '../runs/counts.ts';
import { finishWalks } from '../runs/finish.ts';
import type { EnrolmentRow } from './store.ts';
import { forgetBodies } from './webhook-store.ts';

interface Ending {
  readonly projectId: string;
  readonly runId: string;
  readonly ending: 'stopped' | 'left';
}

/** Ends enrolments where they stand, and counts them out, of their nodes and of the run. */
export const endEnrolments = async (
  connection: PoolClient,
  { projectId, runId, ending }: Ending,
  enrolmentIds: readonly string[],
): Promise<void> => {
  const { rows } = await connection.query<{ nodeId: string; wasHeld: boolean; count: number }>(
    `WITH standing AS (
       SELECT id, node_id, waits_until IS NOT NULL AS was_held FROM enrolment
       WHERE id = ANY($1::uuid[]) AND run_id = $3 AND status = 'active' ORDER BY id FOR UPDATE),
     ended AS (
       UPDATE enrolment e SET status = 'finished', ending = $2, waits_until = NULL, awaits = NULL,
         webhook = NULL
       FROM standing WHERE e.id = standing.id)
     SELECT node_id AS "nodeId", was_held AS "wasHeld", count(*)::int AS count FROM standing GROUP BY 1, 2`,
    [enrolmentIds, ending, runId],
  );
  await forgetBodies(connection, enrolmentIds);
  await addRunCounts(
    connection,
    projectId,
    rows.flatMap(({ nodeId, wasHeld, count }) => [
      { runId, nodeId, counter: 'left' as const, by: count },
      { runId, nodeId, counter: 'ended' as const, by: count },
      ...(wasHeld ? [{ runId, nodeId, counter: 'waiting' as const, by: -count }] : []),
    ]),
  );
  const ended = rows.reduce((sum, { count }) => sum + count, 0);
  if (ended > 0) await finishWalks(connection, runId, ended);
};

/** Ends enrolments of a run that is over for everyone where they stand. */
export const stopWalks = (
  connection: PoolClient,
  { projectId, runId, ending }: Ending,
  enrolments: readonly EnrolmentRow[],
): Promise<void> =>
  endEnrolments(
    connection,
    { projectId, runId, ending },
    enrolments.map(({ id }) => id),
  );
