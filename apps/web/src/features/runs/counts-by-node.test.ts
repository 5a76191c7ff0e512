import type { Run } from '@curlew/contract';
import { expect, it } from 'vitest';
import { countsByNode } from './counts-by-node.ts';

const counted = {
  nodeId: 'now',
  entered: 5,
  left: 4,
  enqueued: 0,
  sent: 0,
  delivered: 0,
  failed: 0,
  rejected: 0,
  unsent: 0,
  suppressed: 0,
  enqueueFailed: 0,
  unknown: 0,
  expired: 0,
  cancelled: 0,
  waiting: 0,
  ended: 0,
  outputs: [],
  late: null,
};
const run: Run = {
  id: '01a20242-d422-714d-a856-e14b220af4da',
  scenarioId: '01a20242-d422-714d-a856-e14b220af4db',
  versionNumber: 1,
  status: 'active',
  startedAt: '2026-11-22T08:00:00.000Z',
  finishedAt: null,
  pausedAt: null,
  isOpen: false,
  startedBy: 'Owner',
  enrolled: 5,
  walked: 4,
  insideEarlier: 0,
  nodes: [counted],
  troubles: [],
};

it('keeps what was counted, and shows zeros where nobody came yet', () => {
  const counts = countsByNode(run, ['now', 'sms']);
  expect(counts.get('now')).toEqual(counted);
  expect(counts.get('sms')).toMatchObject({ nodeId: 'sms', entered: 0, sent: 0 });
});

it('keeps the counts of a node that is on the canvas no more', () => {
  expect(countsByNode(run, []).get('now')?.entered).toBe(5);
});
