import type { Pool, PoolClient } from 'pg';
import { PgBoss, type JobInsert } from 'pg-boss';
import type { Logger } from 'pino';
import { queues, type JobOf, type QueueName } from './queues.ts';

export interface SendOptions {
  readonly startAfterSeconds?: number;
  /** Jobs with the same key wait for one another: while one is queued a second is not added. */
  readonly singletonKey?: string;
}

/** The job queue, on the same database: a job sent inside a transaction exists exactly when it commits. */
export interface Jobs {
  send<Q extends QueueName>(
    connection: PoolClient,
    queue: Q,
    jobs: readonly JobOf<Q>[],
    options?: SendOptions,
  ): Promise<void>;
  work<Q extends QueueName>(
    queue: Q,
    options: { concurrency: number },
    handle: (job: JobOf<Q>) => Promise<void>,
  ): Promise<void>;
  isReady(): boolean;
  /** Finishes the jobs in hand, takes no new ones. */
  stop(): Promise<void>;
}

const onConnection = (connection: Pool | PoolClient) => ({
  executeSql: async (text: string, values?: unknown[]) => connection.query(text, values),
});

const queueOptions = {
  retryLimit: 10,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  expireInSeconds: 300,
  deleteAfterSeconds: 3_600,
} as const;

/** Starts pg-boss on the pool. With `supervises` it also does the upkeep of the queues. */
export const startJobs = async (pool: Pool, log: Logger, supervises: boolean): Promise<Jobs> => {
  const boss = new PgBoss({
    db: onConnection(pool),
    schema: 'job',
    supervise: supervises,
    schedule: false,
    migrate: true,
  });
  boss.on('error', (cause: unknown) =>
    log.error({ cause: cause instanceof Error ? cause.message : cause }, 'job queue'),
  );
  await boss.start();
  for (const name of Object.keys(queues)) {
    const policy = name === 'receipts' ? 'short' : 'standard';
    await boss.createQueue(name, { policy, ...queueOptions });
  }
  const workers = new Map<QueueName, string[]>();
  let isReady = true;

  const wake = (queue: QueueName): void => {
    for (const id of workers.get(queue) ?? []) boss.notifyWorker(id);
  };

  return {
    send: async (connection, queue, jobs, options = {}) => {
      const inserts = jobs.map((data): JobInsert => ({
        data,
        ...(options.startAfterSeconds === undefined ? {} : { startAfter: options.startAfterSeconds }),
        ...(options.singletonKey === undefined ? {} : { singletonKey: options.singletonKey }),
      }));
      if (inserts.length === 0) return;
      await boss.insert(queue, inserts, { db: onConnection(connection) });
      // After the commit the workers of this process need not wait for their next look.
      setTimeout(() => wake(queue), 20).unref();
    },
    work: async (queue, { concurrency }, handle) => {
      const ids: string[] = [];
      for (let index = 0; index < concurrency; index += 1) {
        const id = await boss.work(
          queue,
          { batchSize: 1, pollingIntervalSeconds: 0.5 },
          async (received: { data: unknown }[]) => {
            for (const job of received) {
              // A queue's schema is the inverse of what `send` wrote, so the parsed type is the queue's own.
              const data = queues[queue].parse(job.data) as JobOf<typeof queue>;
              try {
                await handle(data);
              } catch (cause) {
                log.error(
                  { queue, cause: cause instanceof Error ? cause.message : String(cause) },
                  'job failed, it will be tried again',
                );
                throw cause;
              }
            }
          },
        );
        ids.push(id);
      }
      workers.set(queue, ids);
    },
    isReady: () => isReady,
    stop: async () => {
      isReady = false;
      await boss.stop({ graceful: true, timeout: 30_000, close: false });
    },
  };
};
