import type { AppContext } from '../app-context.ts';
import type { JobOf, QueueName } from '../jobs/queues.ts';
import { fireTrigger } from '../modules/triggers/fire-trigger.ts';
import { routeEvents } from '../modules/triggers/route-events.ts';
import { callWebhooks } from '../modules/walk/call-webhooks.ts';
import { endWalks } from '../modules/walk/end-walks.ts';
import { lookForEvents } from '../modules/walk/look-for-events.ts';
import { sweepWaits } from '../modules/walk/sweep-waits.ts';
import { walkEnrolments } from '../modules/walk/walk-job.ts';
import { readJobs } from './queued-jobs.ts';

const queueNames = ['walk', 'callWebhooks', 'lookForEvents', 'fireTrigger', 'endWalks'] as const;
type WorldQueue = (typeof queueNames)[number];

type PendingJob = { readonly [Q in WorldQueue]: { queue: Q; job: JobOf<Q>; due: number } }[WorldQueue];

/** Workers on a clock of their own: nothing happens but what `settle` and `travelTo` let happen. */
export interface World {
  readonly context: AppContext;
  readonly now: () => number;
  /** Lets everything happen that is due now. */
  settle(): Promise<void>;
  /** Moves the clock on to a moment (ms or ISO 8601), stopping wherever something is due on the way. */
  travelTo(moment: number | string): Promise<void>;
  /** Jobs that are due later, by queue and moment. */
  readonly pending: () => readonly PendingJob[];
  /** Sets the clock without letting anything happen, as when the server was off. */
  jumpTo(moment: number | string): void;
}

const toMs = (moment: number | string): number => (typeof moment === 'number' ? moment : Date.parse(moment));

/** Takes over the jobs of a context whose clock is `clock.now`. */
export const createWorld = (context: AppContext, clock: { now: number }): World => {
  const pending: PendingJob[] = [];

  const collect = async (): Promise<void> => {
    for (const queue of queueNames) {
      const jobs = await readJobs(context, queue);
      await context.database.pool.query(`DELETE FROM job.job WHERE name = $1 AND state < 'active'`, [
        queue satisfies QueueName,
      ]);
      for (const { data, dueInSeconds } of jobs) {
        const due = 'dueAt' in data ? data.dueAt : clock.now + Math.max(0, Math.round(dueInSeconds * 1_000));
        // The queue was read by its own name, so the job is of that queue.
        pending.push({ queue, job: data, due } as PendingJob);
      }
    }
  };

  const work = async (entry: PendingJob): Promise<void> => {
    switch (entry.queue) {
      case 'walk':
        return walkEnrolments(context, entry.job);
      case 'callWebhooks':
        return callWebhooks(context, entry.job);
      case 'lookForEvents':
        return lookForEvents(context, entry.job);
      case 'fireTrigger':
        return fireTrigger(context, entry.job);
      case 'endWalks':
        return endWalks(context, entry.job);
    }
  };

  const settle = async (): Promise<void> => {
    for (;;) {
      await routeEvents(context);
      await sweepWaits(context);
      await collect();
      const index = pending.findIndex(({ due }) => due <= clock.now);
      const [entry] = index < 0 ? [] : pending.splice(index, 1);
      if (!entry) return;
      await work(entry);
    }
  };

  const nextDue = async (): Promise<number> => {
    const { rows } = await context.database.pool.query<{ due: Date | null }>(
      'SELECT min(waits_until) AS due FROM wait_group WHERE waits_until > $1',
      [new Date(clock.now)],
    );
    return Math.min(rows[0]?.due?.getTime() ?? Infinity, ...pending.map(({ due }) => due));
  };

  return {
    context,
    now: () => clock.now,
    settle,
    pending: () => pending,
    jumpTo: (moment) => {
      clock.now = toMs(moment);
    },
    travelTo: async (moment) => {
      const end = toMs(moment);
      await settle();
      for (let due = await nextDue(); due <= end; due = await nextDue()) {
        clock.now = Math.max(clock.now, due);
        await settle();
      }
      clock.now = end;
      await settle();
    },
  };
};
