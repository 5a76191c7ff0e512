import type { MessageStatus } from './store.ts';

const ranks: { readonly [S in MessageStatus]: number } = {
  enqueued: 0,
  sending: 1,
  // What became of it is not known yet: any certain word about it is news.
  unknown: 2,
  sent: 3,
  delivered: 4,
  failed: 4,
  rejected: 4,
  expired: 4,
  cancelled: 4,
};

/**
 * True when `next` is news for a message in `current`: a status never goes backwards, and a final one stays. What was handed to
 * an operator neither expires with us nor is cancelled.
 */
export const isProgress = (current: MessageStatus, next: MessageStatus): boolean =>
  next === 'expired' || next === 'cancelled' ? current === 'enqueued' : ranks[next] > ranks[current];
