import type { Pool, PoolClient } from 'pg';
import { PgBoss, type JobInsert } from 'pg-boss';
import type { Logger } from 'pino';
import type { Connection, Database } from '../database/database.ts';
import { isOutOfReach } from '../database/is-out-of-reach.ts';
import { whileLocked } from '../database/while-locked.ts';
import { listenBy } from '../database/listen.ts';
import { StartProblem } from '../start-problem.ts';
import { repeat, type Repetition } from '../repeat.ts';
import { createIdleWorkers } from './idle-workers.ts';
import { encodeJob, isQueueName, queues, type JobOf, type QueueName } from './queues.ts';

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
  /** Finishes the jobs in hand, within so many milliseconds or half a minute, and takes no new ones. */
  readonly stop: (withinMs?: number) => Promise<void>;
}

// A queue takes one job of a group at once: an owner who may have more by each integration has as many groups.
const groupsPerOwner: Partial<Record<QueueName, number>> = { dispatch: 3 };

const groupOf = (queue: QueueName, owner: string, job: object): string => {
  const groups = groupsPerOwner[queue];
  if (groups === undefined) return owner;
  const place = 'place' in job && typeof job.place === 'number' ? job.place : 0;
  // One operator that is slow to answer does not keep what goes by another.
  const integration = 'integrationId' in job ? String(job.integrationId) : '';
  return `${owner} ${integration} ${place % groups}`;
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

const lookMs = 500;
// Of a worker that nobody has woken.
const lookByItselfSeconds = 10;

const dueSql = `SELECT queue FROM unnest($1::text[]) AS own (queue) WHERE EXISTS (
  SELECT FROM job.job j WHERE j.name = own.queue AND j.state < 'active' AND NOT j.blocked AND j.start_after <= now())`;

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
  const idle = createIdleWorkers((id) => boss.notifyWorker(id));
  const listen = listenBy(pool.options, log);
  const boss = new PgBoss({
    db: {
      ...onConnection(pool),
      ...(isShared && {
        // One is enough for a job, and wakes the next if there are more.
        listen: (channel: string, _wakeAll: unknown, onReconnect: () => void) =>
          listen(channel, (queue) => isQueueName(queue) && idle.wakeOne(queue), onReconnect),
      }),
    },
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
  const worked = new Set<QueueName>();
  let isReady = true;
  let stopped: Promise<void> | undefined;

  // Nobody tells of a job that becomes due.
  const look = async (): Promise<void> => {
    const { rows } = await pool.query<{ queue: QueueName }>(dueSql, [[...worked]]);
    for (const { queue } of rows) idle.wakeOne(queue);
  };
  let looking: Repetition | undefined;

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
      // After the commit a worker of this process need not wait for their next look.
      if (!isShared) setTimeout(() => idle.wakeOne(queue), 20).unref();
    },
    hurry: async (connection, queue, has) => {
      await connection.query(
        `UPDATE job.job SET start_after = now() WHERE name = $1 AND state < 'active' AND start_after > now() AND data @> $2::jsonb`,
        [queue, JSON.stringify(has)],
      );
    },
    work: async (queue, { concurrency, perOwner }, handle) => {
      for (let index = 0; index < concurrency; index += 1) {
        const worker = idle.add(queue);
        const id = await boss.work(
          queue,
          {
            batchSize: 1,
            pollingIntervalSeconds: lookByItselfSeconds,
            notifyPollingIntervalSeconds: lookByItselfSeconds,
            ...(perOwner === undefined ? {} : { localGroupConcurrency: perOwner }),
          },
          async (received: { data: unknown }[]) => {
            for (const job of received) {
              worker.begin();
              try {
                // A queue's schema is the inverse of what `send` wrote, so the parsed type is the queue's own.
                await handle(queues[queue].parse(job.data) as JobOf<typeof queue>);
              } catch (cause) {
                log.error(
                  { queue, cause: cause instanceof Error ? cause.message : String(cause) },
                  'job failed, it will be tried again',
                );
                throw cause;
              } finally {
                worker.end();
              }
            }
          },
        );
        worker.named(id);
      }
      worked.add(queue);
      // Where it cannot look now, the workers say so when they do by themselves.
      looking ??= repeat(() => look().catch(() => undefined), lookMs);
    },
    isReady: () => isReady,
    stop: (withinMs = 30_000) => {
      isReady = false;
      // What it is asking now is not waited for: the database may be what does not answer.
      void looking?.stop();
      stopped ??= boss.stop({ graceful: true, timeout: withinMs, close: false });
      return stopped;
    },
  };
};
