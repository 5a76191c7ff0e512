import { expect, it } from 'vitest';
import { isProgress, standingOf } from './status.ts';
import type { MessageStatus } from './store.ts';

const later: { readonly [S in MessageStatus]: readonly MessageStatus[] } = {
  enqueued: ['sending', 'unknown', 'sent', 'delivered', 'failed', 'rejected', 'expired', 'cancelled'],
  sending: ['unknown', 'sent', 'delivered', 'failed', 'rejected', 'expired', 'cancelled'],
  unknown: ['sent', 'delivered', 'failed', 'rejected', 'expired', 'cancelled'],
  sent: ['delivered', 'failed', 'rejected', 'expired', 'cancelled'],
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

it('what a person took as not sent is nothing certain, what an operator said is', () => {
  expect(standingOf({ status: 'failed', sentAt: null })).toBe('unknown');
  expect(standingOf({ status: 'failed', sentAt: new Date() })).toBe('failed');
  expect(standingOf({ status: 'rejected', sentAt: null })).toBe('rejected');
  expect(standingOf({ status: 'sent', sentAt: new Date() })).toBe('sent');
});
