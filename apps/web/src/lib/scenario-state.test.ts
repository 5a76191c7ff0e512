import type { Run, ScenarioStatus } from '@curlew/contract';
import { expect, it } from 'vitest';
import { type ScenarioState, stateOf } from './scenario-state.ts';

type RunIn = readonly [status: Run['status'], isPaused?: boolean, hasEarlier?: boolean, leaving?: number];

it.each<[ScenarioStatus, RunIn | null, ScenarioState]>([
  ['draft', null, 'draft'],
  ['active', null, 'running'],
  ['inactive', null, 'inactive'],
  ['active', ['active'], 'running'],
  ['active', ['active', true], 'paused'],
  ['finishing', ['finishing'], 'finishing'],
  ['finishing', ['finishing', true], 'paused'],
  ['active', ['finished', false, true], 'finishing'],
  ['inactive', ['finished'], 'finished'],
  ['inactive', ['finished', false, false, 3], 'sending'],
  ['inactive', ['finished', true, false, 3], 'paused'],
  ['active', ['finished', false, true, 3], 'finishing'],
  ['inactive', ['stopped', false, false, 3], 'stopped'],
  ['archived', ['finished', false, false, 3], 'archived'],
  ['inactive', ['stopped'], 'stopped'],
  ['archived', ['stopped'], 'archived'],
  // The page hears of its run before it hears of the scenario.
  ['draft', ['active'], 'running'],
  ['active', ['stopped'], 'stopped'],
])('%s with %j is %s', (status, run, expected) => {
  const [of, isPaused = false, hasEarlier = false, leaving = 0] = run ?? [];
  const facts = of && { status: of, pausedAt: isPaused ? '2026-11-22T08:00:00Z' : null, hasEarlier, leaving };
  expect(stateOf(status, facts ?? null)).toBe(expected);
});
