import type { AppContext } from '../app-context.ts';
import { queues, type JobOf, type QueueName } from '../jobs/queues.ts';

/** The jobs that wait in a queue, oldest first, with the seconds until they are due. */
export const readJobs = async <Q extends QueueName>(
  { database }: Pick<AppContext, 'database'>,
  queue: Q,
): Promise<{ data: JobOf<Q>; dueInSeconds: number }[]> => {
  const { rows } = await database.pool.query<{ data: unknown; dueInSeconds: number }>(
    `SELECT data, extract(epoch FROM start_after - created_on)::float AS "dueInSeconds" FROM job.job
     WHERE name = $1 AND state < 'active' ORDER BY start_after, created_on, id`,
    [queue],
  );
  return rows.map(({ data, dueInSeconds }) => {
    // A queue's schema gives the queue's own job type, which TypeScript cannot follow through the generic.
    return { data: queues[queue].parse(data) as JobOf<Q>, dueInSeconds };
  });
};

/** Takes the jobs that wait in a queue out of it, due or not. */
export const takeJobs = async <Q extends QueueName>(
  context: Pick<AppContext, 'database'>,
  queue: Q,
): Promise<JobOf<Q>[]> => {
  const jobs = await readJobs(context, queue);
  await context.database.pool.query(`DELETE FROM job.job WHERE name = $1 AND state < 'active'`, [queue]);
  return jobs.map(({ data }) => data);
};
