import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import type { JobOf } from '../../jobs/queues.ts';
import { findVersion } from '../runs/versions.ts';
import { endEnrolments } from './stop-walks.ts';

const atOnce = 2_000;

interface Inside {
  readonly id: string;
  readonly customerId: string;
}

// In the order of an index, so that those who were looked at are not looked at again.
const readInside = async (connection: PoolClient, { runId, after }: JobOf<'endWalks'>): Promise<Inside[]> => {
  const first = '00000000-0000-0000-0000-000000000000';
  const { rows } = await connection.query<Inside>(
    `SELECT id, customer_id AS "customerId" FROM enrolment
     WHERE run_id = $1 AND (customer_id, id) > ($2::uuid, $3::uuid) AND status = 'active'
     ORDER BY customer_id, id LIMIT $4`,
    [runId, after?.customerId ?? first, after?.enrolmentId ?? first, atOnce],
  );
  return rows;
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
    await endEnrolments(
      connection,
      { projectId, runId, ending },
      inside.map(({ id }) => id),
    );
    const after = { customerId: last.customerId, enrolmentId: last.id };
    await jobs.send(connection, 'endWalks', { jobs: [{ runId, ending, after }] });
  });
};
