import type { AppContext } from './app-context.ts';
import { runImportJob } from './modules/imports/service.ts';
import { dispatch } from './modules/messages/dispatch.ts';
import { reconcile } from './modules/messages/reconcile.ts';
import { applyReceipts } from './modules/receipts/apply.ts';
import { walkEnrolments } from './modules/walk/walk-job.ts';

const reconcileEveryMs = 30_000;

/** Takes jobs of every queue until stopped. */
export const startWorkers = async (context: AppContext): Promise<{ readonly stop: () => void }> => {
  const { jobs, log } = context;
  await jobs.work('walk', { concurrency: 1 }, (job) => walkEnrolments(context, job));
  await jobs.work('dispatch', { concurrency: 4 }, (job) => dispatch(context, job));
  await jobs.work('receipts', { concurrency: 1 }, (job) => applyReceipts(context, job));
  await jobs.work('import', { concurrency: 1 }, (job) => runImportJob(context, job));
  const timer = setInterval(() => {
    reconcile(context).catch((cause: unknown) =>
      log.error({ cause: String(cause) }, 'reconciler failed, it will try again'),
    );
  }, reconcileEveryMs);
  return { stop: () => clearInterval(timer) };
};
