import type { PoolClient } from 'pg';
import type { JobOf, QueueName } from '../../jobs/queues.ts';
import { newId } from '../../new-id.ts';

/** Queues whose jobs a paused run keeps back. */
export type ParkedQueue = Extract<QueueName, 'walk' | 'dispatch' | 'callWebhooks' | 'fireTrigger'>;

interface Parking {
  readonly projectId: string;
  readonly runId: string;
}

/** Puts a job of a paused run aside; the caller's share of the scenario keeps it paused. */
export const parkJob = async <Q extends ParkedQueue>(
  connection: PoolClient,
  { projectId, runId }: Parking,
  { queue, job }: { queue: Q; job: JobOf<Q> },
): Promise<void> => {
  await connection.query(
    'INSERT INTO parked_job (id, project_id, run_id, queue, data) VALUES ($1, $2, $3, $4, $5)',
    [newId(), projectId, runId, queue, JSON.stringify(job)],
  );
};

/** Takes out jobs that were put aside, the oldest first and not more than so many. */
export const takeParkedJobs = async (
  connection: PoolClient,
  runId: string,
  limit: number,
): Promise<{ queue: ParkedQueue; data: unknown }[]> => {
  const { rows } = await connection.query<{ id: string; queue: ParkedQueue; data: unknown }>(
    `DELETE FROM parked_job WHERE id IN (SELECT id FROM parked_job WHERE run_id = $1 ORDER BY id LIMIT $2)
     RETURNING id, queue, data`,
    [runId, limit],
  );
  return rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
};

/** Drops what was put aside of a run that everyone has left, but for its messages: they are still to be sent. */
export const dropParkedWalks = async (connection: PoolClient, runId: string): Promise<void> => {
  await connection.query(`DELETE FROM parked_job WHERE run_id = $1 AND queue <> 'dispatch'`, [runId]);
};
