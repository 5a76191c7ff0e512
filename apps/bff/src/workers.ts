import type { AppContext } from './app-context.ts';
import { runRangeJob } from './modules/audience-ranges/range-job.ts';
import { runImportJob } from './modules/imports/service.ts';
import { forgetExpiredTokens } from './modules/links/service.ts';
import { dispatch } from './modules/messages/dispatch.ts';
import { reconcile } from './modules/messages/reconcile.ts';
import { applyReceipts } from './modules/receipts/apply.ts';
import { walkEnrolments } from './modules/walk/walk-job.ts';

const reconcileEveryMs = 30_000;
const forgetEveryMs = 10 * 60_000;

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

/** Takes jobs of every queue until stopped. */
export const startWorkers = async (context: AppContext): Promise<Repetition> => {
  const { jobs, log } = context;
  await jobs.work('walk', { concurrency: 1 }, (job) => walkEnrolments(context, job));
  await jobs.work('dispatch', { concurrency: 4 }, (job) => dispatch(context, job));
  await jobs.work('receipts', { concurrency: 1 }, (job) => applyReceipts(context, job));
  await jobs.work('import', { concurrency: 1 }, (job) => runImportJob(context, job));
  const stopping = new AbortController();
  const { signal } = stopping;
  // One project with slow messages must not keep all others waiting.
  await jobs.work('audienceRange', { concurrency: 2, perOwner: 1 }, (job) =>
    runRangeJob(context, job, { signal }),
  );
  const reconciling = repeat(
    () =>
      reconcile(context).catch((cause: unknown) =>
        log.error({ cause: String(cause) }, 'reconciler failed, it will try again'),
      ),
    reconcileEveryMs,
  );
  const forgetting = repeat(
    () =>
      forgetExpiredTokens(context).catch((cause: unknown) =>
        log.error({ cause: String(cause) }, 'expired tokens could not be deleted, they will be later'),
      ),
    forgetEveryMs,
  );
  return {
    stop: async () => {
      // A count is not waited for: it begins again at the next start.
      stopping.abort();
      await reconciling.stop();
      await forgetting.stop();
    },
  };
};
