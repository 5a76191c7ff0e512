import { emptyNodeCounts, type Run } from '@curlew/contract';
import { expect, it } from 'vitest';
import { countsByNode } from './counts-by-node.ts';

const counted = {
  ...emptyNodeCounts('now'),
  entered: 5,
  left: 4,
};
const run: Run = {
  id: '01a20242-d422-714d-a856-e14b220af4da',
  scenarioId: '01a20242-d422-714d-a856-e14b220af4db',
  versionNumber: 1,
  resend: null,
  status: 'active',
  startedAt: '2026-11-22T08:00:00.000Z',
  finishedAt: null,
  pausedAt: null,
  isOpen: false,
  startedBy: 'Owner',
  enrolled: 5,
  walked: 4,
  insideEarlier: 0,
  leavingEarlier: 0,
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
