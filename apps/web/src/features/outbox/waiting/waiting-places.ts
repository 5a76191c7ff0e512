import type { WaitingNode } from '@curlew/contract';
import { formatNumber } from '../../../lib/format-number.ts';

type Places = Pick<WaitingNode, 'waiting' | 'integrationName' | 'handedOver'>;

/** At which provider messages wait, in words: `at Sinch`, `20 at Backup, the fallback; 300 at Sinch`. Null where that is known of none. */
export const waitingPlaces = ({ waiting, integrationName, handedOver }: Places): string | null => {
  if (handedOver.length === 0) return integrationName === null ? null : `at ${integrationName}`;
  // What was the default when they were written may be it no longer.
  const own = integrationName ?? 'their own provider';
  const others = handedOver.map(
    ({ name, waiting: count, isMore }) =>
      `${formatNumber(count)}${isMore ? ' or more' : ''} at ${name}, the fallback`,
  );
  const rest = waiting - handedOver.reduce((sum, { waiting: count }) => sum + count, 0);
  const isKnown = handedOver.every(({ isMore }) => !isMore);
  return [...others, ...(isKnown && rest > 0 ? [`${formatNumber(rest)} at ${own}`] : [])].join('; ');
};
