import type { PoolClient } from 'pg';
import { addRunCounts } from '../runs/counts.ts';
import type { PinnedVersion } from '../runs/versions.ts';
import type { EnrolmentRow } from './store.ts';

/** Ends enrolments of a run that was stopped where they stand. */
export const stopWalks = async (
  connection: PoolClient,
  { projectId, runId }: PinnedVersion,
  enrolments: readonly EnrolmentRow[],
): Promise<void> => {
  const { rows } = await connection.query<{ nodeId: string; wasHeld: boolean; count: number }>(
    `WITH stopped AS (
       SELECT id, node_id, waits_until IS NOT NULL AS was_held FROM enrolment
       WHERE id = ANY($1::uuid[]) AND status = 'active' FOR UPDATE),
     ended AS (
       UPDATE enrolment e SET status = 'finished', ending = 'stopped', waits_until = NULL, awaits = NULL
       FROM stopped WHERE e.id = stopped.id)
     SELECT node_id AS "nodeId", was_held AS "wasHeld", count(*)::int AS count FROM stopped GROUP BY 1, 2`,
    [enrolments.map(({ id }) => id)],
  );
  await addRunCounts(
    connection,
    projectId,
    rows.flatMap(({ nodeId, wasHeld, count }) => [
      { runId, nodeId, counter: 'ended' as const, by: count },
      ...(wasHeld ? [{ runId, nodeId, counter: 'waiting' as const, by: -count }] : []),
    ]),
  );
};
