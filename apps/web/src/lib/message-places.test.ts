import { emptyNodeCounts, type NodeCounts } from '@curlew/contract';
import { expect, it } from 'vitest';
import { countLeaving, describeOpen, placeMessages } from './message-places.ts';

const nothing: NodeCounts = {
  ...emptyNodeCounts('sms'),
};

it('finds each message that anybody was to get in one place', () => {
  const one = {
    ...nothing,
    entered: 20,
    enqueued: 17,
    suppressed: 2,
    enqueueFailed: 1,
    sent: 6,
    delivered: 4,
    failed: 1,
    rejected: 1,
    unsent: 1,
    unknown: 3,
    expired: 1,
    cancelled: 1,
    sending: 2,
  };
  const other = { ...nothing, nodeId: 'other', entered: 5, enqueued: 5, sending: 5 };
  expect(countLeaving([one, other])).toBe(10);
  const places = placeMessages([one, other]);
  expect(places).toEqual({ sent: 6, waiting: 3, sending: 7, unknown: 3, notSent: 6 });
  expect(Object.values(places).reduce((sum, value) => sum + value, 0)).toBe(one.entered + other.entered);
  expect(describeOpen(places)).toEqual(['3 wait to be sent', '7 are being sent', '3 are unknown']);
  expect(describeOpen({ sent: 9, notSent: 2, waiting: 1, sending: 1, unknown: 1 })).toEqual([
    '1 waits to be sent',
    '1 is being sent',
    '1 is unknown',
  ]);
  expect(describeOpen(placeMessages([nothing]))).toEqual([]);
});
