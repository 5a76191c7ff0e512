import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { queues } from '../../jobs/queues.ts';
import { takeParkedJobs } from './parked-jobs.ts';

/** Gives back to its queues what was put aside while a run was paused: a walk or a message of a run that is over ends there. */
export const releaseJobs = async (
  { jobs }: Pick<AppContext, 'jobs'>,
  connection: PoolClient,
  runId: string,
): Promise<void> => {
  for (const { queue, data } of await takeParkedJobs(connection, runId))
    await jobs.send(connection, queue, { jobs: [queues[queue].parse(data)] });
};
