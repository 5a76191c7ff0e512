import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { findVersion } from '../runs/versions.ts';
import { endEnrolments } from './stop-walks.ts';

const atOnce = 2_000;

// In the order of an index, so that those who were looked at are not looked at again.
const readInside = async (
  connection: PoolClient,
  { runId, afterId }: JobOf<'endWalks'>,
): Promise<string[]> => {
  const { rows } = await connection.query<{ id: string }>(
    `SELECT id FROM enrolment WHERE run_id = $1 AND ($2::uuid IS NULL OR id > $2) AND status = 'active' ORDER BY id LIMIT $3`,
    [runId, afterId, atOnce],
  );
  return rows.map(({ id }) => id);
};

/** Ends the walks of a run that is over for everyone inside, some thousands at a time; a job for the rest follows. */
export const endWalks = async (context: AppContext, job: JobOf<'endWalks'>): Promise<void> => {
  const { database, jobs } = context;
  const { runId, ending } = job;
  const { projectId } = await findVersion(database.pool, runId);
  await database.transaction(async (connection) => {
    const inside = await readInside(connection, job);
    const last = inside.at(-1);
    if (!last) return;
    await endEnrolments(connection, { projectId, runId, ending }, inside);
    await jobs.send(connection, 'endWalks', { jobs: [{ runId, ending, afterId: last }] });
  });
};
