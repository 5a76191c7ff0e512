import { emptyNodeCounts, type NodeCounts, type Run } from '@curlew/contract';
import { describe, expect, it } from 'vitest';
import { countAllInside, countInside, countUnderWay, isGoingOn, stageOf, sumOf } from './run-totals.ts';

const counts = (nodeId: string, some: Partial<NodeCounts>): NodeCounts => ({
  ...emptyNodeCounts(nodeId),
  ...some,
});

const runOf = (status: Run['status'], nodes: NodeCounts[]): Run => ({
  id: '01a20242-d422-714d-a856-e14b220af4da',
  scenarioId: '01a20242-d422-714d-a856-e14b220af4db',
  versionNumber: 1,
  resend: null,
  status,
  startedAt: '2026-11-22T08:00:00.000Z',
  finishedAt: null,
  pausedAt: null,
  isOpen: false,
  startedBy: 'Owner',
  enrolled: 10,
  walked: 10,
  insideEarlier: 0,
  leavingEarlier: 0,
  nodes,
  troubles: [],
});

describe('totals of a run', () => {
  it('adds a counter up over all nodes', () => {
    const run = runOf('active', [counts('a', { sent: 2 }), counts('b', { sent: 3 })]);
    expect(sumOf(run, 'sent')).toBe(5);
  });

  it.each([
    [counts('a', { enqueued: 10, sent: 10, delivered: 4, failed: 1 }), 5],
    [counts('a', { enqueued: 10, sent: 8, rejected: 1, unknown: 1, delivered: 8 }), 0],
    [counts('a', { enqueued: 10, sent: 8, expired: 2, delivered: 8 }), 0],
    [counts('a', {}), 0],
  ])('counts what is under way (%#)', (node, expected) => {
    expect(countUnderWay(runOf('finished', [node]))).toBe(expected);
  });

  it.each([
    ['active', {}, 'running'],
    ['finishing', {}, 'finishing'],
    ['stopped', { enqueued: 10, sent: 4 }, 'stopped'],
    ['finished', { enqueued: 10, sent: 4 }, 'sending'],
    ['finished', { enqueued: 10, sent: 9, delivered: 9, expired: 1 }, 'finished'],
    ['finished', { enqueued: 10, sent: 10, delivered: 3 }, 'delivering'],
    ['finished', { enqueued: 10, sent: 9, rejected: 1, unsent: 1, delivered: 8, failed: 1 }, 'finished'],
    ['finished', { enqueued: 10, sent: 8, unsent: 2, failed: 2, delivered: 8 }, 'finished'],
    ['finished', { enqueued: 10, sent: 9, rejected: 1 }, 'sending'],
    ['finished', { enqueued: 10, sent: 9, sending: 1 }, 'sending'],
    ['finished', { enqueued: 10, sent: 7, unknown: 3, delivered: 7 }, 'finished'],
    ['finished', {}, 'finished'],
  ] as const)('%s with %j is %s', (status, some, stage) => {
    expect(stageOf(runOf(status, [counts('a', some)]))).toBe(stage);
  });

  it('stands still while it is paused, whether or not more may enter', () => {
    const pausedAt = '2026-11-22T08:00:00.000Z';
    expect(stageOf({ ...runOf('active', []), pausedAt })).toBe('paused');
    expect(stageOf({ ...runOf('finishing', []), pausedAt })).toBe('paused');
  });

  it.each([
    ['active', { own: 3, all: 5 }],
    ['finishing', { own: 3, all: 5 }],
    ['finished', { own: 0, all: 2 }],
    ['stopped', { own: 0, all: 2 }],
  ] as const)(
    'counts who is inside while it is %s, with those of earlier versions',
    (status, { own, all }) => {
      const run = { ...runOf(status, []), walked: 7, insideEarlier: 2 };
      expect([countInside(run), countAllInside(run), isGoingOn(run)]).toEqual([own, all, true]);
    },
  );

  it('is over when nobody is inside anywhere', () => {
    expect(isGoingOn(runOf('finished', []))).toBe(false);
    expect(stageOf({ ...runOf('finished', []), insideEarlier: 1 })).toBe('finishing');
  });

  it('is not over for the scenario while messages of earlier runs leave', () => {
    expect(stageOf({ ...runOf('finished', []), leavingEarlier: 1 })).toBe('sending');
    expect(stageOf({ ...runOf('active', []), leavingEarlier: 1 })).toBe('running');
  });
});
