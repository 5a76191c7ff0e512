import type { AppContext } from '../../app-context.ts';
import { deleteAppliedReceipts, deleteUnreadCalls } from './forget-store.ts';

/** So long a report can be read as it came, for whoever asks an operator about it. */
const keptDays = 30;

/** Forgets reports that were applied long ago, and calls that nobody could read: numbers and texts of people are in them. */
export const forgetReceipts = async ({
  database,
  now,
}: Pick<AppContext, 'database' | 'now'>): Promise<void> => {
  const before = new Date(now().getTime() - keptDays * 86_400_000);
  while ((await deleteAppliedReceipts(database.pool, before)) > 0);
  while ((await deleteUnreadCalls(database.pool, before)) > 0);
};
