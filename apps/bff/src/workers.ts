import type { AppContext } from './app-context.ts';
import { repeat, type Repetition } from './repeat.ts';
import { runRangeJob } from './modules/audience-ranges/range-job.ts';
import { runImportJob } from './modules/imports/service.ts';
import { forgetExpiredTokens } from './modules/links/service.ts';
import { dispatch } from './modules/messages/dispatch.ts';
import { reconcile } from './modules/messages/reconcile.ts';
import { cancelWaiting } from './modules/outbox/cancel-waiting.ts';
import { settleRuns } from './modules/runs/settle-runs.ts';
import { applyReceipts } from './modules/receipts/apply.ts';
import { forgetReceipts } from './modules/receipts/forget-receipts.ts';
import { fireTrigger } from './modules/triggers/fire-trigger.ts';
import { routeEvents } from './modules/triggers/route-events.ts';
import { callWebhooks, giveUpLostCalls } from './modules/walk/call-webhooks.ts';
import { endWalks } from './modules/walk/end-walks.ts';
import { lookForEvents } from './modules/walk/look-for-events.ts';
import { sweepWaits } from './modules/walk/sweep-waits.ts';
import { walkEnrolments } from './modules/walk/walk-job.ts';

interface Chore {
  readonly name: string;
  readonly everyMs: number;
  readonly work: (context: AppContext, signal: AbortSignal) => Promise<void>;
}

// To write down what came of a request.
const writingMs = 10_000;
const shortestStopMs = 30_000;

// Several requests' worth of messages of a project are on their way at once, and an operator that is slow to answer must not keep those of other
// projects waiting. The embedded database does one thing at a time.
const slotsOf = ({ database }: AppContext): { campaigns: number; tests: number } =>
  database.isShared ? { campaigns: 8, tests: 4 } : { campaigns: 4, tests: 2 };

/** What every process that works looks after by itself, again and again. */
const choresOf = ({ config }: AppContext): readonly Chore[] => [
  // Nothing is lost before the operator's time is over.
  { name: 'the reconciler', everyMs: Math.min(config.operatorTimeoutMs, 30_000), work: reconcile },
  { name: 'routing events', everyMs: 300, work: routeEvents },
  { name: 'the sweep of waits', everyMs: 500, work: sweepWaits },
  { name: 'forgetting expired tokens', everyMs: 600_000, work: forgetExpiredTokens },
  { name: 'forgetting old reports', everyMs: 3_600_000, work: forgetReceipts },
  { name: 'settling runs', everyMs: 60_000, work: settleRuns },
  { name: 'giving up lost requests', everyMs: 60_000, work: (context) => giveUpLostCalls(context) },
];

/** Takes jobs of every queue until stopped. */
export const startWorkers = async (context: AppContext): Promise<Repetition> => {
  const { jobs, log } = context;
  const stopping = new AbortController();
  const { signal } = stopping;
  await jobs.work('walk', { concurrency: 1 }, (job) => walkEnrolments(context, job));
  // A server that is slow to answer must not keep the requests of other projects waiting.
  await jobs.work('callWebhooks', { concurrency: 4, perOwner: 1 }, (job) => callWebhooks(context, job));
  await jobs.work('endWalks', { concurrency: 1 }, (job) => endWalks(context, job));
  await jobs.work('lookForEvents', { concurrency: 1 }, (job) => lookForEvents(context, job));
  await jobs.work('fireTrigger', { concurrency: 1 }, (job) => fireTrigger(context, job));
  const { campaigns, tests } = slotsOf(context);
  await jobs.work('dispatch', { concurrency: campaigns, perOwner: 1 }, (job) =>
    dispatch(context, job, { signal }),
  );
  await jobs.work('urgentDispatch', { concurrency: tests, perOwner: 1 }, (job) =>
    dispatch(context, job, { signal }),
  );
  await jobs.work('cancelWaiting', { concurrency: 1 }, (job) => cancelWaiting(context, job));
  await jobs.work('receipts', { concurrency: 1 }, (job) => applyReceipts(context, job));
  await jobs.work('import', { concurrency: 1 }, (job) => runImportJob(context, job));
  // One project with slow messages must not keep all others waiting.
  await jobs.work('audienceRange', { concurrency: 2, perOwner: 1 }, (job) =>
    runRangeJob(context, job, { signal }),
  );
  const repeated = choresOf(context).map(({ name, everyMs, work }) =>
    repeat(
      () =>
        work(context, signal).catch((cause: unknown) =>
          log.error({ cause: String(cause) }, `${name} failed, it will try again`),
        ),
      everyMs,
    ),
  );
  return {
    stop: async () => {
      // A count is not waited for: it begins again at the next start. Of messages only what has left is.
      stopping.abort();
      // A request that has left is waited for as long as its operator has for it, and then what came of it is written.
      const withinMs = Math.max(context.config.operatorTimeoutMs + writingMs, shortestStopMs);
      await Promise.all([jobs.stop(withinMs), ...repeated.map((repetition) => repetition.stop())]);
    },
  };
};
