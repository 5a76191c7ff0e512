import type { AppContext } from '../../app-context.ts';
import { markRunsSettled } from './settled-store.ts';

const atOnce = 500;

/** Notes of which finished runs all messages have left, so that nobody adds their counts up again to hear whether they still send. */
export const settleRuns = async ({ database }: Pick<AppContext, 'database'>): Promise<void> => {
  while ((await markRunsSettled(database.pool, atOnce)) === atOnce);
};
