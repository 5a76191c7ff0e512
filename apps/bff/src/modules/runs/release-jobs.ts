import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { queues } from '../../jobs/queues.ts';
import { takeParkedJobs } from './parked-jobs.ts';

/** A job may name a thousand customers: so many are held in memory at a time. */
const atOnce = 100;

/**
 * Gives back to its queues what was put aside while a run was paused: a walk or a message of a run that is over ends there. In the
 * caller's transaction: all of it, or nothing.
 */
export const releaseJobs = async (
  { jobs }: Pick<AppContext, 'jobs'>,
  connection: PoolClient,
  { projectId, runId }: { projectId: string; runId: string },
): Promise<void> => {
  for (let taken = atOnce; taken === atOnce;) {
    const parked = await takeParkedJobs(connection, runId, atOnce);
    for (const [queue, own] of Map.groupBy(parked, (job) => job.queue))
      await jobs.send(connection, queue, {
        jobs: own.map(({ data }) => queues[queue].parse(data)),
        owner: projectId,
      });
    taken = parked.length;
  }
};
