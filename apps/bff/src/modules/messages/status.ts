import type { MessageRow, MessageStatus } from './store.ts';

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

/** True when `next`, which an operator reports, is news for a message in `current`: a status never goes backwards, and a final one stays. */
export const isProgress = (current: MessageStatus, next: MessageStatus): boolean =>
  ranks[next] > ranks[current];

/** True where a person took it as not sent: what an operator says to have failed was sent before, and what it refused is `rejected`. */
export const isTakenAsNotSent = ({ status, sentAt }: Pick<MessageRow, 'status' | 'sentAt'>): boolean =>
  status === 'failed' && sentAt === null;

/** How a message stands for what its operator reports: whatever that is, it is worth more than a person's guess. */
export const standingOf = (message: Pick<MessageRow, 'status' | 'sentAt'>): MessageStatus =>
  isTakenAsNotSent(message) ? 'unknown' : message.status;
