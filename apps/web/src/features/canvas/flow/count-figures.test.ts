import { emptyNodeCounts, type NodeCounts } from '@curlew/contract';
import type { NodeKind } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { countFigures } from './count-figures.ts';

const nothing: NodeCounts = {
  ...emptyNodeCounts('node'),
};

it.each<[NodeKind, Partial<NodeCounts>, string]>([
  ['now', { entered: 9, left: 9 }, '9 entered, 9 left'],
  ['condition', { entered: 9, left: 7 }, '9 entered, 2 now here, 7 left'],
  ['wait', {}, '0 entered, 0 now here, 0 left'],
  ['wait', { entered: 9, left: 7, ended: 3 }, '9 entered, 2 now here, 4 left, 3 ended'],
  ['webhook', { entered: 9, left: 7 }, '9 entered, 2 now here, 7 left'],
  [
    'repeat',
    {
      entered: 9,
      left: 9,
      late: { count: 2, dueAt: '2026-11-29T09:00:00Z', firedAt: '2026-11-29T09:14:00Z' },
    },
    '9 entered, 9 left, 2 late',
  ],
  ['sms', { entered: 9, sent: 5, failed: 1, rejected: 1 }, '9 entered, 5 sent, 0 delivered, 2 failed'],
  ['sms', { entered: 9, waiting: 4 }, '4 waiting, 0 sent, 0 delivered, 0 failed'],
])('at a node of kind %s with %j: %#', (kind, some, expected) => {
  const figures = countFigures[kind]({ ...nothing, ...some });
  expect(figures.map(({ label, value }) => `${value} ${label}`).join(', ')).toBe(expected);
});

it('says on hover what became of those who ended early', () => {
  const counts = { ...nothing, entered: 1_200, left: 1_200, ended: 1_000 };
  const words = '1,000 ended early: their walk would have gone on from here';
  expect(countFigures.wait(counts).at(-1)?.title).toBe(words);
  expect(countFigures.sms(counts)[0]?.title).toBe(`1,200 entered, ${words}`);
  const waiting = { ...counts, waiting: 100, ended: 0 };
  expect(countFigures.sms(waiting)[0]?.title).toBe('100 waiting of 1,200 entered');
  const leaving = { ...nothing, entered: 9, enqueued: 9, sent: 2, sending: 3, unknown: 1 };
  expect(countFigures.sms(leaving)[0]?.title).toBe(
    '9 entered, 3 wait to be sent, 3 are being sent, 1 is unknown',
  );
});
