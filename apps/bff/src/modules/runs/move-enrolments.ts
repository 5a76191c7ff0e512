import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { addCounts } from './counts-store.ts';
import { addEnrolled, advanceRun } from './store.ts';
import type { PinnedVersion } from './versions.ts';

interface Move {
  readonly from: PinnedVersion;
  readonly toRunId: string;
  /** Where they can stand in the new version, too. */
  readonly nodeIds: readonly string[];
}

// What a run knows of its nodes goes with those who stand there: how many have passed, how a test stands, what was asked. Of several
// runs that one takes the place of all passings count, and the test that began first goes on.
const moveMemory = async (connection: PoolClient, { from, toRunId, nodeIds }: Move): Promise<void> => {
  const values = [from.runId, toRunId, nodeIds];
  await connection.query(
    `INSERT INTO limit_count (run_id, node_id, project_id, passed)
     SELECT $2, node_id, project_id, passed FROM limit_count WHERE run_id = $1 AND node_id = ANY($3::text[])
     ON CONFLICT (run_id, node_id) DO UPDATE SET passed = limit_count.passed + excluded.passed`,
    values,
  );
  await connection.query(
    `INSERT INTO split_test (run_id, node_id, project_id, began_at, decided_at, winner)
     SELECT $2, node_id, project_id, began_at, decided_at, winner FROM split_test
     WHERE run_id = $1 AND node_id = ANY($3::text[]) ON CONFLICT DO NOTHING`,
    values,
  );
  await connection.query(
    'UPDATE webhook_call SET run_id = $2 WHERE run_id = $1 AND node_id = ANY($3::text[]) AND answered_at IS NULL',
    values,
  );
};

const moveRows = async (
  connection: PoolClient,
  { from, toRunId, nodeIds }: Move,
): Promise<{ nodeId: string; wasHeld: boolean; count: number }[]> => {
  const { rows } = await connection.query<{ nodeId: string; wasHeld: boolean; count: number }>(
    `WITH moved AS (
       UPDATE enrolment SET run_id = $2,
         -- How long they are held the new version works out again.
         waits_until = CASE WHEN waits_until IS NOT NULL THEN 'epoch'::timestamptz END
       WHERE run_id = $1 AND status = 'active' AND node_id = ANY($3::text[])
       RETURNING node_id, waits_until IS NOT NULL AS was_held)
     SELECT node_id AS "nodeId", was_held AS "wasHeld", count(*)::int AS count FROM moved GROUP BY 1, 2`,
    [from.runId, toRunId, nodeIds],
  );
  return rows;
};

// Everyone is asked about again: what they wait for may be another time now.
const sendWalks = async (
  { jobs }: Pick<AppContext, 'jobs'>,
  connection: PoolClient,
  { toRunId, nodeIds }: Move,
): Promise<void> => {
  for (const nodeId of nodeIds) {
    await connection.query(
      `DECLARE moved NO SCROLL CURSOR FOR SELECT id FROM enrolment WHERE run_id = $1 AND node_id = $2 AND status = 'active'`,
      [toRunId, nodeId],
    );
    for (;;) {
      const { rows } = await connection.query<{ id: string }>('FETCH 1000 FROM moved');
      if (rows.length === 0) break;
      const enrolmentIds = rows.map(({ id }) => id);
      await jobs.send(connection, 'walk', { jobs: [{ runId: toRunId, nodeId, enrolmentIds }] });
    }
    await connection.query('CLOSE moved');
  }
};

/** Takes those inside a run who stand at some nodes over into another one, to the same nodes, with all that is known of them. */
export const moveEnrolments = async (
  context: AppContext,
  connection: PoolClient,
  move: Move,
): Promise<void> => {
  const { from, toRunId } = move;
  const { projectId, runId } = from;
  const groups = await moveRows(connection, move);
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  await moveMemory(connection, move);
  await addCounts(
    connection,
    projectId,
    groups.flatMap(({ nodeId, wasHeld, count }) => [
      { runId, nodeId, counter: 'left' as const, by: count },
      { runId: toRunId, nodeId, counter: 'entered' as const, by: count },
      ...(wasHeld
        ? [
            { runId, nodeId, counter: 'waiting' as const, by: -count },
            { runId: toRunId, nodeId, counter: 'waiting' as const, by: count },
          ]
        : []),
    ]),
  );
  await addEnrolled(connection, toRunId, total);
  await advanceRun(connection, runId, total);
  await sendWalks(context, connection, move);
};
