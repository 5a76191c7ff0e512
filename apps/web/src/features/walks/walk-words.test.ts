import { expect, it } from 'vitest';
import type { WalkSummary } from '@curlew/contract';
import { describeWaiting } from './walk-words.ts';

const walk: WalkSummary = {
  id: '1',
  customerId: '2',
  customerName: 'Ann',
  state: 'inside',
  ending: null,
  startedAt: '2026-11-23T10:00:00Z',
  nodeId: 'wait',
  nodeName: 'Wait',
  since: '2026-11-23T10:00:00Z',
  waitsUntil: null,
  awaits: null,
};

it('says what somebody waits for, and until when', () => {
  const waitsUntil = '2026-11-24T10:00:00Z';
  expect(describeWaiting(walk)).toBeNull();
  expect(describeWaiting({ ...walk, waitsUntil })).toMatch(/^Waits until 24 Nov 2026, \d\d:\d\d$/);
  expect(describeWaiting({ ...walk, waitsUntil, awaits: 'purchase' })).toMatch(
    /^Waits for purchase, until 24 Nov 2026, \d\d:\d\d at most$/,
  );
  // It is being worked out anew, after a new version was published.
  expect(describeWaiting({ ...walk, awaits: 'purchase' })).toBe('Waits for purchase');
});
