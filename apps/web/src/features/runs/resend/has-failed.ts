import type { NodeCounts, Run } from '@curlew/contract';
import { isGoingOn, stateOfLatest } from '../run-totals.ts';

/** Whether a message may be sent again to somebody: it failed for them, or could not be written. */
export const hasFailed = ({ failed, enqueueFailed }: NodeCounts): boolean => failed + enqueueFailed > 0;

/** Whether messages of a scenario may be sent again: nothing goes on in it, and all its messages have left. */
export const mayResend = (latest: Run | null): boolean =>
  latest !== null && !isGoingOn(latest) && ['finished', 'stopped'].includes(stateOfLatest(latest));
