import type { AppContext } from './app-context.ts';
import { runRangeJob } from './modules/audience-ranges/range-job.ts';
import { runImportJob } from './modules/imports/service.ts';
import { forgetExpiredTokens } from './modules/links/service.ts';
import { dispatch } from './modules/messages/dispatch.ts';
import { reconcile } from './modules/messages/reconcile.ts';
import { cancelWaiting } from './modules/outbox/cancel-waiting.ts';
import { applyReceipts } from './modules/receipts/apply.ts';
import { fireTrigger } from './modules/triggers/fire-trigger.ts';
import { routeEvents } from './modules/triggers/route-events.ts';
import { callWebhooks, giveUpLostCalls } from './modules/walk/call-webhooks.ts';
import { endWalks } from './modules/walk/end-walks.ts';
import { lookForEvents } from './modules/walk/look-for-events.ts';
import { sweepWaits } from './modules/walk/sweep-waits.ts';
import { walkEnrolments } from './modules/walk/walk-job.ts';

interface Repetition {
  readonly stop: () => Promise<void>;
}

/** Calls `work` again and again, never twice at once; `stop` waits for the call in hand. */
const repeat = (work: () => Promise<void>, everyMs: number): Repetition => {
  let current = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    current = work().finally(() => {
      isBusy = false;
    });
  }, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      return current;
    },
  };
};

interface Chore {
  readonly name: string;
  readonly everyMs: number;
  readonly work: (context: AppContext) => Promise<void>;
}

/** What every process that works looks after by itself, again and again. */
const choresOf = ({ config }: AppContext): readonly Chore[] => [
  // Nothing is lost before the operator's time is over.
  { name: 'the reconciler', everyMs: Math.min(config.operatorTimeoutMs, 30_000), work: reconcile },
  { name: 'routing events', everyMs: 300, work: routeEvents },
  { name: 'the sweep of waits', everyMs: 500, work: sweepWaits },
  { name: 'forgetting expired tokens', everyMs: 600_000, work: forgetExpiredTokens },
  { name: 'giving up lost requests', everyMs: 60_000, work: giveUpLostCalls },
];

/** Takes jobs of every queue until stopped. */
export const startWorkers = async (context: AppContext): Promise<Repetition> => {
  const { jobs, log } = context;
  await jobs.work('walk', { concurrency: 1 }, (job) => walkEnrolments(context, job));
  // A server that is slow to answer must not keep the requests of other projects waiting.
  await jobs.work('callWebhooks', { concurrency: 4, perOwner: 1 }, (job) => callWebhooks(context, job));
  await jobs.work('endWalks', { concurrency: 1 }, (job) => endWalks(context, job));
  await jobs.work('lookForEvents', { concurrency: 1 }, (job) => lookForEvents(context, job));
  await jobs.work('fireTrigger', { concurrency: 1 }, (job) => fireTrigger(context, job));
  // An operator that is slow to answer must not keep the messages of other projects waiting.
  await jobs.work('dispatch', { concurrency: 4, perOwner: 1 }, (job) => dispatch(context, job));
  await jobs.work('urgentDispatch', { concurrency: 2, perOwner: 1 }, (job) => dispatch(context, job));
  await jobs.work('cancelWaiting', { concurrency: 1 }, (job) => cancelWaiting(context, job));
  await jobs.work('receipts', { concurrency: 1 }, (job) => applyReceipts(context, job));
  await jobs.work('import', { concurrency: 1 }, (job) => runImportJob(context, job));
  const stopping = new AbortController();
  const { signal } = stopping;
  // One project with slow messages must not keep all others waiting.
  await jobs.work('audienceRange', { concurrency: 2, perOwner: 1 }, (job) =>
    runRangeJob(context, job, { signal }),
  );
  const repeated = choresOf(context).map(({ name, everyMs, work }) =>
    repeat(
      () =>
        work(context).catch((cause: unknown) =>
          log.error({ cause: String(cause) }, `${name} failed, it will try again`),
        ),
      everyMs,
    ),
  );
  return {
    stop: async () => {
      // A count is not waited for: it begins again at the next start.
      stopping.abort();
      for (const repetition of repeated) await repetition.stop();
    },
  };
};
