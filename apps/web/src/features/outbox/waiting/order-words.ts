import type { CancelOrder } from '@curlew/contract';
import { formatCount, formatNumber } from '../../../lib/format-number.ts';

/** How far an order to cancel what waits has come. */
export const describeOrder = ({
  asked,
  cancelled,
  tooLate,
}: Pick<CancelOrder, 'asked' | 'cancelled' | 'tooLate'>): string => {
  if (tooLate === null)
    return `${formatNumber(cancelled)} of ${formatCount(asked, 'message')} cancelled so far`;
  const done = `${formatCount(cancelled, 'message')} cancelled`;
  if (tooLate === 0) return done;
  return `${done}. For ${formatNumber(tooLate)} it came too late: ${
    tooLate === 1 ? 'it had left or ended' : 'they had left or ended'
  } by then`;
};
