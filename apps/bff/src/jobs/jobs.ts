import type { Pool, PoolClient } from 'pg';
import { PgBoss, type JobInsert } from 'pg-boss';
import type { Logger } from 'pino';
import type { Connection, Database } from '../database/database.ts';
import { isOutOfReach } from '../database/is-out-of-reach.ts';
import { whileLocked } from '../database/while-locked.ts';
import { listenBy } from '../database/listen.ts';
import { StartProblem } from '../start-problem.ts';
import { encodeJob, queues, type JobOf, type QueueName } from './queues.ts';

/** Jobs to queue, and when. */
export interface Order<Q extends QueueName> {
  readonly jobs: readonly JobOf<Q>[];
  readonly startAfterSeconds?: number;
  /** Jobs with the same key wait for one another: while one is queued a second is not added. */
  readonly singletonKey?: string;
  /** Whose jobs these are, where a queue takes only so many of one owner at once. */
  readonly owner?: string;
}

interface WorkRules {
  /** How many jobs this process takes at once. */
  readonly concurrency: number;
  /** How many of these of one owner; left out: as many as there are. */
  readonly perOwner?: number;
}

/** The job queue, on the same database: a job sent inside a transaction exists exactly when it commits. */
export interface Jobs {
  send<Q extends QueueName>(connection: PoolClient, queue: Q, order: Order<Q>): Promise<void>;
  /** Lets the jobs come now that wait for a later time and whose data have this in them. */
  hurry(connection: Connection, queue: QueueName, has: object): Promise<void>;
  work<Q extends QueueName>(
    queue: Q,
    rules: WorkRules,
    handle: (job: JobOf<Q>) => Promise<void>,
  ): Promise<void>;
  isReady(): boolean;
  /** Finishes the jobs in hand, takes no new ones. */
  readonly stop: () => Promise<void>;
}

// A queue takes one job of a group at once: an owner who may have more has as many groups.
const groupsPerOwner: Partial<Record<QueueName, number>> = { dispatch: 3 };

const groupOf = (queue: QueueName, owner: string, job: object): string => {
  const groups = groupsPerOwner[queue];
  if (groups === undefined) return owner;
  const place = 'place' in job && typeof job.place === 'number' ? job.place : 0;
  return `${owner} ${place % groups}`;
};

const onConnection = (connection: Pool | PoolClient) => ({
  executeSql: async (text: string, values?: unknown[]) => connection.query(text, values),
});

// What a job stands for (people who walk, messages that wait) would be lost with it: no job is ever given up.
// A worker that dies is noticed by its heartbeat, so a long job need not be cut off by the clock.
const queueOptions = {
  retryLimit: 1_000_000,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  heartbeatSeconds: 30,
  expireInSeconds: 3_600,
  deleteAfterSeconds: 3_600,
  // Counted from when a job is due: none is dropped because the server was off for long.
  retentionSeconds: 10 * 365 * 86_400,
} as const;

// Jobs that wait for the operator's rate come again and again, each time as a new one that names up to a thousand messages.
const keptSeconds: Partial<Record<QueueName, number>> = { dispatch: 120 };

const lookSeconds = 0.5;

const createQueues = async (boss: PgBoss, notify: boolean): Promise<void> => {
  for (const name of Object.keys(queues) as QueueName[]) {
    const { deleteAfterSeconds } = queueOptions;
    const options = {
      ...queueOptions,
      notify,
      deleteAfterSeconds: keptSeconds[name] ?? deleteAfterSeconds,
    };
    const policy = name === 'receipts' ? 'short' : 'standard';
    await boss.createQueue(name, { policy, ...options });
    // A queue that an earlier version made keeps its options until told.
    await boss.updateQueue(name, options);
    // The queue must be known before the first `send`, which may not ask for it inside its transaction.
    await boss.insert(name, []);
  }
};

// pg-boss makes its tables when it starts; two processes that do so at once would be in each other's way.
const prepare = async (database: Database, boss: PgBoss): Promise<void> => {
  try {
    await whileLocked(database, 'jobQueue', async () => {
      await boss.start();
      await createQueues(boss, database.isShared);
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (isOutOfReach(cause))
      throw new StartProblem(
        `The database broke off while the job queue was prepared (${reason}): start again.`,
      );
    throw new StartProblem(
      `The job queue cannot be prepared (${reason}): give the database's user the right to create a schema.`,
    );
  }
};

/** Starts pg-boss on the database. With `supervises` it also does the upkeep of the queues. */
export const startJobs = async (database: Database, log: Logger, supervises: boolean): Promise<Jobs> => {
  const { pool, isShared } = database;
  const boss = new PgBoss({
    db: { ...onConnection(pool), ...(isShared ? { listen: listenBy(pool.options, log) } : {}) },
    // Processes tell one another of their jobs; one alone knows.
    useListenNotify: isShared,
    schema: 'job',
    supervise: supervises,
    schedule: false,
    migrate: true,
    // How often jobs of workers that died are looked for.
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  });
  boss.on('error', (cause: unknown) =>
    log.error({ cause: cause instanceof Error ? cause.message : cause }, 'job queue'),
  );
  await prepare(database, boss);
  const workers = new Map<QueueName, string[]>();
  let isReady = true;

  const wake = (queue: QueueName): void => {
    for (const id of workers.get(queue) ?? []) boss.notifyWorker(id);
  };

  return {
    send: async (connection, queue, { jobs, startAfterSeconds, singletonKey, owner }) => {
      const inserts = jobs.map((job): JobInsert => ({
        data: encodeJob(queue, job),
        ...('place' in job && job.place !== undefined ? { priority: -job.place } : {}),
        ...(startAfterSeconds === undefined ? {} : { startAfter: startAfterSeconds }),
        ...(singletonKey === undefined ? {} : { singletonKey }),
        ...(owner === undefined ? {} : { group: { id: groupOf(queue, owner, job) } }),
      }));
      if (inserts.length === 0) return;
      await boss.insert(queue, inserts, { db: onConnection(connection) });
      // After the commit the workers of this process need not wait for their next look.
      if (!isShared) setTimeout(() => wake(queue), 20).unref();
    },
    hurry: async (connection, queue, has) => {
      await connection.query(
        `UPDATE job.job SET start_after = now() WHERE name = $1 AND state < 'active' AND start_after > now() AND data @> $2::jsonb`,
        [queue, JSON.stringify(has)],
      );
    },
    work: async (queue, { concurrency, perOwner }, handle) => {
      const ids: string[] = [];
      for (let index = 0; index < concurrency; index += 1) {
        let wakeSelf = (): void => undefined;
        const id = await boss.work(
          queue,
          {
            batchSize: 1,
            pollingIntervalSeconds: lookSeconds,
            // Nobody tells of a job that becomes due, so it is looked for as often.
            notifyPollingIntervalSeconds: lookSeconds,
            ...(perOwner === undefined ? {} : { localGroupConcurrency: perOwner }),
          },
          async (received: { data: unknown }[]) => {
            for (const job of received) {
              // A queue's schema is the inverse of what `send` wrote, so the parsed type is the queue's own.
              const data = queues[queue].parse(job.data) as JobOf<typeof queue>;
              try {
                await handle(data);
                // Where there was one there may be more: the next look is at once, and not after the usual pause.
                wakeSelf();
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
        wakeSelf = () => boss.notifyWorker(id);
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
