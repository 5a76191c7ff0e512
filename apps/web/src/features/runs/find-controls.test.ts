import type { Run } from '@curlew/contract';
import { expect, it } from 'vitest';
import { countsByNode } from './counts-by-node.ts';
import { findControls } from './find-controls.ts';

const run: Run = {
  id: '01a20242-d422-714d-a856-e14b220af4da',
  scenarioId: '01a20242-d422-714d-a856-e14b220af4db',
  versionNumber: 1,
  resend: null,
  status: 'active',
  startedAt: '2026-11-22T08:00:00.000Z',
  finishedAt: null,
  pausedAt: null,
  isOpen: true,
  startedBy: 'Owner',
  enrolled: 5,
  walked: 4,
  insideEarlier: 0,
  leavingEarlier: 0,
  nodes: [],
  troubles: [],
};
const sending: Run = {
  ...run,
  status: 'finished',
  nodes: [...countsByNode({ ...run, nodes: [] }, ['sms']).values()].map((node) => ({
    ...node,
    enqueued: 5,
    sent: 3,
  })),
};
const pausedAt = '2026-11-22T09:00:00.000Z';

it.each<[string, Run | null, boolean, string]>([
  ['never started', null, true, 'start'],
  ['finished', { ...run, status: 'finished' }, true, 'start'],
  ['finished, messages on their way', sending, false, 'pause: start, stop'],
  [
    'finished, messages held back',
    { ...sending, pausedAt: '2026-11-22T09:00:00.000Z' },
    false,
    'resume: start, stop',
  ],
  [
    'finished, messages of earlier runs on their way',
    { ...run, status: 'finished', leavingEarlier: 3 },
    false,
    'pause: resume, start, stop',
  ],
  ['stopped', { ...run, status: 'stopped' }, false, 'start'],
  ['running', run, false, 'pause: finish, stop'],
  ['running with changes', run, true, 'publish: pause, finish, stop'],
  ['paused', { ...run, pausedAt }, false, 'resume: finish, stop'],
  ['paused with changes', { ...run, pausedAt }, true, 'resume: publish, finish, stop'],
  ['finishing', { ...run, status: 'finishing' }, false, 'pause: stop'],
  ['finishing with changes', { ...run, status: 'finishing' }, true, 'pause: publish, stop'],
  ['finishing, paused', { ...run, status: 'finishing', pausedAt }, false, 'resume: stop'],
  [
    'going on in earlier versions',
    { ...run, status: 'finished', insideEarlier: 2 },
    false,
    'pause: resume, stop',
  ],
])('offers what can be done: %s', (...[, shown, hasChanges, expected]) => {
  const { first, others } = findControls(shown, hasChanges);
  expect([first, others.join(', ')].filter((word) => word !== '').join(': ')).toBe(expected);
});
