import type { NodeCounts, Run } from '@curlew/contract';
import { countLeaving } from '../../lib/message-places.ts';
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

/** How a run stands, as far as its state depends on it. */
export const factsOf = (run: Run) => ({
  status: run.status,
  pausedAt: run.pausedAt,
  hasEarlier: run.insideEarlier > 0,
  leaving: countLeaving(run.nodes) + run.leavingEarlier,
});

/** How a run stands, in one word for header, list and strip. */
export const stateOfLatest = (run: Run): ScenarioState => stateOfRun(factsOf(run));

export type RunStage = ScenarioState | 'delivering';

/** How far a run is, in the words of the strip: when all messages have left, they may not have arrived. */
export const stageOf = (run: Run): RunStage => {
  const state = stateOfLatest(run);
  return state === 'finished' && countUnderWay(run) > 0 ? 'delivering' : state;
};
