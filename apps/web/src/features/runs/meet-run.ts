import type { Run } from '@curlew/contract';

const order: { readonly [S in Run['status']]: number } = { active: 0, finishing: 1, finished: 2, stopped: 2 };

/**
 * What to show of a run that an answer tells of while the stream has told of one already. The stream knows newer counts and
 * says them only once; the answer may be the first to know that the run is paused, or at its end. A run never goes backwards.
 */
export const meetRun = (known: Run | null, answered: Run): Run => {
  if (known?.id !== answered.id) {
    return known && known.startedAt > answered.startedAt ? known : answered;
  }
  if (order[known.status] > order[answered.status]) return known;
  const { status, pausedAt, isOpen, finishedAt } = answered;
  return { ...known, status, pausedAt, isOpen, finishedAt };
};
