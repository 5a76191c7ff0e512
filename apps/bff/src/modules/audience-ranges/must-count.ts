import type { RangeRow } from './store.ts';

export type Wanted = 'small' | 'any' | 'again';

/** Up to so many customers a message is counted without being asked to. */
const small = 50_000;

type Known = Pick<RangeRow, 'status' | 'dataStamp'>;

/** Whether what is known of a content is what its customers come to now. */
export const isCurrent = ({ status, dataStamp }: Known, stamp: string): boolean =>
  status === 'finished' && dataStamp === stamp;

/** Whether counting is to be ordered, for what is wanted and known. */
export const mustCount = (
  known: Known | null,
  { wanted, stamp, customers }: { wanted: Wanted; stamp: string; customers: number },
): boolean => {
  if (known === null) return wanted !== 'small' || customers <= small;
  if (known.status === 'waiting' || known.status === 'running') return false;
  if (wanted === 'again') return true;
  if (isCurrent(known, stamp)) return false;
  // What somebody stopped, or what failed, is not begun again by itself.
  return wanted === 'any' || (customers <= small && known.status === 'finished');
};
