import { expect, it } from 'vitest';
import { isProgress } from './status.ts';
import type { MessageStatus } from './store.ts';

const later: { readonly [S in MessageStatus]: readonly MessageStatus[] } = {
  enqueued: ['sending', 'unknown', 'sent', 'delivered', 'failed', 'rejected', 'expired', 'cancelled'],
  sending: ['unknown', 'sent', 'delivered', 'failed', 'rejected'],
  unknown: ['sent', 'delivered', 'failed', 'rejected'],
  sent: ['delivered', 'failed', 'rejected'],
  delivered: [],
  failed: [],
  rejected: [],
  expired: [],
  cancelled: [],
};
const all: readonly MessageStatus[] = [
  'enqueued',
  'sending',
  'unknown',
  'sent',
  'delivered',
  'failed',
  'rejected',
  'expired',
  'cancelled',
];

it.each(all)('%s only goes forward, and never to itself', (current) => {
  expect(all.filter((next) => isProgress(current, next))).toEqual(later[current]);
});
