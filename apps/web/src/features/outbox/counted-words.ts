import { formatNumber } from '../../lib/format-number.ts';

interface Counted {
  readonly count: number;
  readonly isMore: boolean;
}

/** "3", or "10,000+" where not all were counted. */
export const countedNumber = ({ count, isMore }: Counted): string =>
  `${formatNumber(count)}${isMore ? '+' : ''}`;

export const countedMessages = (counted: Counted): string =>
  `${countedNumber(counted)} ${counted.count === 1 && !counted.isMore ? 'message' : 'messages'}`;
