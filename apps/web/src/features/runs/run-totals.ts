import type { NodeCounts, Run } from '@curlew/contract';
import { type ScenarioState, stateOfRun } from '../../lib/scenario-state.ts';

type Counter = Exclude<keyof NodeCounts, 'nodeId' | 'outputs' | 'late'>;

/** One counter of a run, over all its nodes. */
export const sumOf = (run: Run, counter: Counter): number =>
  run.nodes.reduce((sum, node) => sum + node[counter], 0);

/** How often triggers of a run started late. */
export const countLate = (run: Run): number =>
  run.nodes.reduce((sum, { late }) => sum + (late?.count ?? 0), 0);

/** Messages that have not come to an end that is known: waiting, or with the operator. */
export const countUnderWay = (run: Run): number =>
  Math.max(
    0,
    sumOf(run, 'enqueued') -
      sumOf(run, 'delivered') -
      sumOf(run, 'failed') -
      sumOf(run, 'rejected') -
      sumOf(run, 'unknown') -
      sumOf(run, 'expired') -
      sumOf(run, 'cancelled'),
  );

/** Messages that were not sent, with or without being tried. */
export const countNotSent = (run: Run): number =>
  sumOf(run, 'suppressed') + sumOf(run, 'enqueueFailed') + sumOf(run, 'expired') + sumOf(run, 'cancelled');

/** Customers who are held at a node until a moment that is known. */
export const countHeld = (run: Run): number => sumOf(run, 'waiting');

/** Whether anything may still change in this run: walks, or messages that are on their way. */
export const isUnderWay = (run: Run): boolean =>
  run.status === 'active' || run.status === 'finishing' || countUnderWay(run) > 0;

/** Whether anything goes on in the scenario of its latest run: in that run, or in those before it. */
export const isGoingOn = ({ status, insideEarlier }: Run): boolean =>
  status === 'active' || status === 'finishing' || insideEarlier > 0;

/** Customers who are inside this run now. Of a run that was stopped nobody is, however many had not come to the end. */
export const countInside = ({ status, enrolled, walked }: Run): number =>
  status === 'active' || status === 'finishing' ? Math.max(0, enrolled - walked) : 0;

/** Customers who are inside the scenario now, whatever version they walk through. */
export const countAllInside = (run: Run): number => countInside(run) + run.insideEarlier;

/** How a run stands, in one word for header, list and strip. */
export const stateOfLatest = (run: Run): ScenarioState =>
  stateOfRun({ ...run, hasEarlier: run.insideEarlier > 0 });

/** Whether messages still wait to be sent. */
export const hasUnsent = (run: Run): boolean =>
  sumOf(run, 'sent') +
    sumOf(run, 'unsent') +
    sumOf(run, 'unknown') +
    sumOf(run, 'expired') +
    sumOf(run, 'cancelled') <
  sumOf(run, 'enqueued');

export type RunStage = ScenarioState | 'sending' | 'delivering';

/** How far a run is, in the words of the strip: when all have come to the end, their messages may not have. */
export const stageOf = (run: Run): RunStage => {
  const state = stateOfLatest(run);
  if (state !== 'finished') return state;
  if (hasUnsent(run)) return run.pausedAt === null ? 'sending' : 'paused';
  return countUnderWay(run) > 0 ? 'delivering' : 'finished';
};
