import type { Run } from '@curlew/contract';
import { expect, it } from 'vitest';
import { meetRun } from './meet-run.ts';

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
const pausedAt = '2026-11-22T09:00:00.000Z';
const next: Run = { ...run, id: '01a20242-d422-714d-a856-e14b220af4dc', startedAt: pausedAt };

it('shows the first that is heard of, and the one that began later', () => {
  expect(meetRun(null, run)).toBe(run);
  expect(meetRun(run, next)).toBe(next);
  expect(meetRun(next, run)).toBe(next);
});

it('takes from an answer how the run stands, and keeps the newer counts', () => {
  const known = { ...run, enrolled: 9 };
  expect(meetRun(known, { ...run, pausedAt })).toEqual({ ...known, pausedAt });
  expect(meetRun({ ...known, pausedAt }, run)).toEqual(known);
});

it('never goes back from an end', () => {
  const ended: Run = { ...run, status: 'finished', isOpen: false, finishedAt: pausedAt };
  expect(meetRun(ended, { ...run, status: 'finishing' })).toBe(ended);
});
