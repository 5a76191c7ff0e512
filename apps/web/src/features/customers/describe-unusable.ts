import type { Customer } from '@curlew/contract';
import { formatMoment } from '../../lib/format-date.ts';

/** Why a number is marked as unusable, as far as that was kept. */
export const describeUnusable = ({
  unusableSince,
  unusableBecause,
}: Pick<Customer, 'unusableSince' | 'unusableBecause'>): string => {
  if (unusableSince === null) return 'This number is marked unusable.';
  const on = formatMoment(new Date(unusableSince));
  return unusableBecause === null
    ? `This number is marked unusable: the operator reported so on ${on}.`
    : `This number is marked unusable: the operator reported “${unusableBecause}” on ${on}.`;
};
